import { commands } from '#shared/commands';
import type { Command, CommandId } from '#shared/commands';

const isMac = navigator.userAgent.includes('Mac');
const macSigns: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' };

/** The keys of a command, as they are shown on this system; undefined when it has none. */
export function keysOf(id: CommandId): string | undefined {
  const { accelerator }: Command = commands[id];
  if (accelerator === undefined || !isMac) return accelerator?.replace('CmdOrCtrl', 'Ctrl');
  return accelerator
    .split('+')
    .map((key) => macSigns[key] ?? key)
    .join('');
}

/** The keys of a command, as the text's key map names them: `Mod-Shift-k`. */
export function keyMapName(id: CommandId): string | undefined {
  const { accelerator }: Command = commands[id];
  const keys = accelerator?.replace('CmdOrCtrl', 'Mod').split('+');
  return keys?.map((key) => (key.length === 1 ? key.toLowerCase() : key)).join('-');
}
