import type { Platform } from '#shared/commands/reservedKeys';
import { saying } from '#shared/language/say';

export const platformOf = (navigatorPlatform: string): Platform =>
  navigatorPlatform.startsWith('Mac') ? 'mac' : 'other';

/** Electron's key names as macOS draws them. Their order in a shortcut is Apple's: ⌃ ⌥ ⇧ ⌘. */
const macSigns: readonly (readonly [name: string, sign: string])[] = [
  ['Ctrl', '⌃'],
  ['Alt', '⌥'],
  ['Shift', '⇧'],
  ['CmdOrCtrl', '⌘'],
];
const macKeys: Readonly<Record<string, string>> = { Enter: '↩', Delete: '⌦', Backspace: '⌫' };

/** What stands on the keys of other systems, which differs by language. */
const keyNames: Readonly<Record<string, () => string>> = {
  CmdOrCtrl: saying('Ctrl'),
  Ctrl: saying('Ctrl'),
  Alt: saying('Alt'),
  Shift: saying('Shift'),
  Enter: saying('Enter'),
  Delete: saying('Del'),
  Backspace: saying('Backspace'),
};

/** An accelerator of the command table as this platform writes it: `Ctrl+Shift+E`, or `⇧⌘E`. */
export function keysOf(accelerator: string, system: Platform): string {
  return keyCaps(accelerator, system).join(system === 'mac' ? '' : '+');
}

/** The same, key by key. */
export function keyCaps(accelerator: string, system: Platform): readonly string[] {
  const parts = accelerator.split('+');
  if (system === 'other') return parts.map((part) => keyNames[part]?.() ?? part);
  const signs = macSigns.filter(([name]) => parts.includes(name)).map(([, sign]) => sign);
  const key = parts.at(-1) ?? '';
  return [...signs, macKeys[key] ?? key];
}
