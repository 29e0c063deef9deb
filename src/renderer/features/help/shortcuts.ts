import { commandIds, commands } from '#shared/commands';
import type { KeysOfCommands } from '#shared/commands/keys';
import { type MenuName, menus } from '#shared/commands/menus';
import { say } from '#shared/language/say';

/** What keys do. */
export interface Shortcut {
  readonly label: string;
  /** In Electron's form. */
  readonly keys: string;
}

interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** Keys that belong to a place and not to a command: they cannot be changed. */
const ofPlaces = (): readonly ShortcutGroup[] => [
  {
    title: say('In the text'),
    shortcuts: [
      { label: say('Paste as plain text'), keys: 'CmdOrCtrl+Shift+V' },
      { label: say('Move the selected slot or picture up'), keys: 'Alt+↑' },
      { label: say('Move the selected slot or picture down'), keys: 'Alt+↓' },
      { label: say('New line in the same paragraph'), keys: 'Shift+Enter' },
    ],
  },
  {
    title: say('Everywhere'),
    shortcuts: [
      { label: say('Next pane'), keys: 'F6' },
      { label: say('Pane before'), keys: 'Shift+F6' },
    ],
  },
];

/** The menus in their order, each with its commands that have keys; then what belongs to no command. */
export function shortcutGroups(keys: KeysOfCommands): readonly ShortcutGroup[] {
  const ofMenus = (Object.keys(menus) as MenuName[]).map((menu) => ({
    title: menus[menu].label().replace('&', ''),
    shortcuts: commandIds.flatMap((id) => {
      const { accelerator } = keys[id];
      return commands[id].menu === menu && accelerator !== null
        ? [{ label: commands[id].label().replace(/…$/u, ''), keys: accelerator }]
        : [];
    }),
  }));
  return [...ofMenus.filter(({ shortcuts }) => shortcuts.length > 0), ...ofPlaces()];
}
