import { type CommandId, commands, type WindowCommandId } from '#shared/commands';

/** Carries a command out. A promise that it returns is waited for by whoever runs the command. */
export type CommandHandler = () => void | Promise<void>;

export interface CommandRegistry {
  /** The handler given last is the one that runs; returns the function that takes it away again. */
  readonly provide: (command: WindowCommandId, handler: CommandHandler) => () => void;
  /** Resolves when the command is done. Never rejects: what a handler throws is reported. */
  readonly run: (command: CommandId) => Promise<void>;
}

interface Outside {
  /** Carries out a command of main. */
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

  const run: CommandRegistry['run'] = async (command) => {
    try {
      await (runsHere(command) ? handlers.get(command)?.at(-1)?.() : runInMain(command));
    } catch (thrown) {
      report(thrown);
    }
  };

  return { provide, run };
}
