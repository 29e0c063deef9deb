import { useEffect, useRef } from 'react';
import { type CommandId, isCommandId, isEnabled, type WindowCommandId } from '#shared/commands';
import { bridge } from '../../bridge';
import { type CommandHandler, createCommandRegistry } from './commandRegistry';
import { currentContext } from './context';
import { reportProblem } from '../notices/problems';
import { readSelection } from '../readSelection';

const registry = createCommandRegistry({
  runInMain: (command) => bridge.app.run({ command }),
  report: reportProblem,
});

/** Carries a command out from anywhere, and resolves when it is done; what fails is shown as a banner. */
export function runCommand(command: CommandId): Promise<void> {
  readSelection();
  return registry.run(command);
}

/** Carries out a command while the component is mounted; always the handler of the last render runs. */
export function useCommand(command: WindowCommandId, handler: CommandHandler): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => registry.provide(command, () => latest.current()), [command]);
}

/** Runs what the menu asks for, unless a dialog was opened over the page while it asked. */
export function useMenuCommands(): void {
  useEffect(
    () =>
      bridge.on('command.run', ({ command }) => {
        if (isCommandId(command) && isEnabled(command, currentContext())) void runCommand(command);
      }),
    [],
  );
}
