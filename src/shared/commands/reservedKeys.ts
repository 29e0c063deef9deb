import { say, saying } from '../language/say';

export type Platform = 'mac' | 'other';

const fields = saying('Every text field needs these keys: they copy, cut, paste or select.');
const history = saying('Undo and redo have these keys in every text field.');
const windows = saying('The system closes, quits or hides with these keys.');
const zoom = saying('These keys zoom the window.');

/** What the system, the browser part or the window itself does with keys, on every platform. */
const everywhere: Readonly<Record<string, () => string>> = {
  'CmdOrCtrl+C': fields,
  'CmdOrCtrl+X': fields,
  'CmdOrCtrl+V': fields,
  'CmdOrCtrl+Shift+V': fields,
  'CmdOrCtrl+A': fields,
  'CmdOrCtrl+Z': history,
  'CmdOrCtrl+Shift+Z': history,
  'CmdOrCtrl+Y': history,
  'CmdOrCtrl+W': windows,
  'CmdOrCtrl+Q': windows,
  'CmdOrCtrl+M': windows,
  'CmdOrCtrl+0': zoom,
  'CmdOrCtrl+-': zoom,
  'CmdOrCtrl+=': zoom,
  'CmdOrCtrl+Shift+=': zoom,
  F6: saying('These keys go from pane to pane.'),
  'Shift+F6': saying('These keys go from pane to pane.'),
  F10: saying('This key opens the menus.'),
  'Shift+F10': saying('These keys open the menu of what is chosen.'),
  F11: saying('This key fills the screen with the window.'),
};

const onlyOn: Readonly<Record<Platform, Readonly<Record<string, () => string>>>> = {
  mac: {
    'CmdOrCtrl+H': windows,
    'CmdOrCtrl+Alt+H': windows,
    'CmdOrCtrl+Ctrl+F': saying('These keys fill the screen with the window.'),
    'CmdOrCtrl+`': saying('The system goes from window to window with these keys.'),
  },
  other: { 'Alt+F4': windows },
};

/** Keys by the one name that they have on a platform: but for macOS, `Ctrl` and `CmdOrCtrl` are the same key. */
export function keysOn(platform: Platform, accelerator: string): string {
  if (platform === 'mac') return accelerator;
  return accelerator.replace(/^(?:CmdOrCtrl\+)?Ctrl\+/u, 'CmdOrCtrl+');
}

/** Why no command can have these keys on a platform, as a sentence; null where one can. */
export function whyReserved(written: string, platform: Platform): string | null {
  const accelerator = keysOn(platform, written);
  const named = everywhere[accelerator] ?? onlyOn[platform][accelerator];
  if (named !== undefined) return named();
  const parts = accelerator.split('+');
  const key = parts.at(-1) ?? '';
  if (/^F\d/u.test(key)) return null;
  return typed(new Set(parts.slice(0, -1)), platform) ?? opened(accelerator, platform);
}

/** Keys that type a sign, or that the system's fields move the caret by. */
function typed(held: ReadonlySet<string>, platform: Platform): string | null {
  const commands = held.has('CmdOrCtrl');
  if (platform === 'other')
    return commands && held.has('Alt')
      ? say('On many keyboards these keys are AltGr, which types signs.')
      : null;
  if (commands) return null;
  return held.has('Ctrl')
    ? say('These keys move the caret in every text field.')
    : say('These keys type a sign.');
}

/** Each language has letters of its own for its menus, and settings go from one computer to another. */
function opened(accelerator: string, platform: Platform): string | null {
  if (platform !== 'other' || !/^Alt\+[A-Z]$/u.test(accelerator)) return null;
  return say('These keys open a menu, in this language or in another.');
}
