import { type CommandId, commands } from '#shared/commands';
import type { Command } from '#shared/commands/command';
import { keysOf, platformOf } from './accelerator';

const platform = platformOf(navigator.platform);

/** The keys of a command as they are shown here; undefined when it has none. The menu makes them work. */
export function commandKeys(id: CommandId): string | undefined {
  const { accelerator }: Command = commands[id];
  return accelerator === undefined ? undefined : keysOf(accelerator, platform);
}
