import { useEffect, useRef } from 'react';
import { type CommandId, isCommandId, isEnabled, type WindowCommandId } from '#shared/commands';
import { bridge } from '../../bridge';
import { reportProblem } from '../notices/notices';
import { type CommandHandler, createCommandRegistry } from './commandRegistry';
import { currentContext } from './context';
import { readSelection } from '../readSelection';

const registry = createCommandRegistry({
  runInMain: (command) => bridge.app.run({ command }),
  report: reportProblem,
});

/** Runs a command from anywhere, and resolves when it is done; a failure is shown as a banner. */
export function runCommand(command: CommandId): Promise<void> {
  readSelection();
  return registry.run(command);
}

/** To be called once everything that handles commands is drawn: until then, commands without a handler wait. */
export const allHandlersStand = registry.complete;

/** Handles a command while the component is mounted; the handler of the last render always runs. */
export function useCommand(command: WindowCommandId, handler: CommandHandler): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => registry.provide(command, () => latest.current()), [command]);
}

/** Runs what the menu asks for, unless a dialog was opened over the page meanwhile. */
export function useMenuCommands(): void {
  useEffect(
    () =>
      bridge.on('command.run', ({ command }) => {
        if (isCommandId(command) && isEnabled(command, currentContext())) void runCommand(command);
      }),
    [],
  );
}
