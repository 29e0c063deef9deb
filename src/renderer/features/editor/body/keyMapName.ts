import { commands } from '#shared/commands';
import type { CommandId } from '#shared/commands';
import type { Command } from '#shared/commands/command';

/** The keys of a command as the text's key map names them: `Mod-Shift-k`. Undefined when it has none. */
export function keyMapName(id: CommandId): string | undefined {
  const { accelerator }: Command = commands[id];
  const keys = accelerator?.replace('CmdOrCtrl', 'Mod').split('+');
  return keys?.map((key) => (key.length === 1 ? key.toLowerCase() : key)).join('-');
}
