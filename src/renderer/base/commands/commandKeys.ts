import { type CommandId, commands } from '#shared/commands';
import type { Command } from '#shared/commands/command';

/** A command's keys as shown here; undefined when it has none. The menu makes them work. */
export function commandKeys(id: CommandId): string | undefined {
  const { accelerator }: Command = commands[id];
  return accelerator === undefined ? undefined : keysOf(accelerator, platformOf(navigator.platform));
}

type Platform = 'mac' | 'other';

/** Electron's key names as macOS draws them. Their order in a shortcut is Apple's: ⌃ ⌥ ⇧ ⌘. */
const macSigns: readonly (readonly [name: string, sign: string])[] = [
  ['Ctrl', '⌃'],
  ['Alt', '⌥'],
  ['Shift', '⇧'],
  ['CmdOrCtrl', '⌘'],
];
const macKeys: Readonly<Record<string, string>> = { Enter: '↩', Delete: '⌦', Backspace: '⌫' };

/** An accelerator of the command table as this platform writes it: `Ctrl+Shift+E`, or `⇧⌘E`. */
export function keysOf(accelerator: string, platform: Platform): string {
  if (platform === 'other') return accelerator.replace('CmdOrCtrl', 'Ctrl');
  const parts = accelerator.split('+');
  const signs = macSigns.filter(([name]) => parts.includes(name)).map(([, sign]) => sign);
  const key = parts.at(-1) ?? '';
  return signs.join('') + (macKeys[key] ?? key);
}

export function platformOf(navigatorPlatform: string): Platform {
  return navigatorPlatform.startsWith('Mac') ? 'mac' : 'other';
}
