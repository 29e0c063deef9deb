import { type CommandId, commands, type WindowCommandId } from '#shared/commands';

/** Runs a command. Whoever runs the command awaits the promise it returns. */
export type CommandHandler = () => void | Promise<void>;

export interface CommandRegistry {
  /** The most recent handler is the one that runs; returns the function that removes it again. */
  readonly provide: (command: WindowCommandId, handler: CommandHandler) => () => void;
  /** Resolves when the command is done. Never rejects: what a handler throws is reported. */
  readonly run: (command: CommandId) => Promise<void>;
  /**
   * To be called once whatever handles commands stands. A command that nobody handles waits until then, so that what
   * is chosen while the window is still being drawn is done after all.
   */
  readonly complete: () => void;
}

interface Outside {
  /** Runs one of main's commands. */
  readonly runInMain: (command: CommandId) => Promise<unknown>;
  readonly report: (thrown: unknown) => void;
}

function runsHere(command: CommandId): command is WindowCommandId {
  return commands[command].runs === 'window';
}

export function createCommandRegistry({ runInMain, report }: Outside): CommandRegistry {
  const handlers = new Map<WindowCommandId, readonly CommandHandler[]>();

  const provide: CommandRegistry['provide'] = (command, handler) => {
    handlers.set(command, [...(handlers.get(command) ?? []), handler]);
    return () => {
      handlers.set(
        command,
        (handlers.get(command) ?? []).filter((other) => other !== handler),
      );
    };
  };

  let complete = (): void => undefined;
  const whole = new Promise<void>((resolve) => {
    complete = resolve;
  });

  const runHere = async (command: WindowCommandId): Promise<void> => {
    const handler = () => handlers.get(command)?.at(-1);
    if (!handler()) await whole;
    await handler()?.();
  };

  const run: CommandRegistry['run'] = async (command) => {
    try {
      await (runsHere(command) ? runHere(command) : runInMain(command));
    } catch (thrown) {
      report(thrown);
    }
  };

  return { provide, run, complete };
}
