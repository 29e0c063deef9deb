import { type CommandId, commandIds, commands } from '#shared/commands';
import type { KeysOfCommands } from '#shared/commands/keys';
import { type GroupOf, type MenuName, menus } from '#shared/commands/menus';
import type { Id } from '#shared/domain/id';
import type { MenuItemConstructorOptions } from 'electron';
import { say, saying } from '#shared/language/say';
import { type RecentArticle, menuLabel } from './recentArticles';

type Item = MenuItemConstructorOptions;
type Role = NonNullable<Item['role']>;

interface Choices {
  readonly platform: NodeJS.Platform;
  /** Adds reloading the page and the developer tools. */
  readonly development: boolean;
  readonly run: (command: CommandId) => void;
  readonly recent: Recent;
  readonly keys: KeysOfCommands;
}

/** The submenu of the articles that were opened lately. */
export interface Recent {
  readonly articles: readonly RecentArticle[];
  readonly open: (id: Id) => void;
  readonly clear: () => void;
}

const menuNames = Object.keys(menus) as readonly MenuName[];

const line: Item = { type: 'separator' };

/** Electron names what the system does in English alone. */
const roleLabels = {
  cut: saying('Cut'),
  copy: saying('Copy'),
  paste: saying('Paste'),
  pasteAndMatchStyle: saying('Paste as plain text'),
  selectAll: saying('Select all'),
  close: saying('Close window'),
  quit: saying('Quit Nutgraf'),
  resetZoom: saying('Actual size'),
  zoomIn: saying('Zoom in'),
  zoomOut: saying('Zoom out'),
  togglefullscreen: saying('Full screen'),
  reload: saying('Reload'),
  toggleDevTools: saying('Developer tools'),
  minimize: saying('Minimise'),
  zoom: saying('Zoom'),
  front: saying('Bring all to front'),
  services: saying('Services'),
  hide: saying('Hide Nutgraf'),
  hideOthers: saying('Hide others'),
  unhide: saying('Show all'),
} as const satisfies Partial<Record<Role, () => string>>;

type NamedRole = keyof typeof roleLabels;

const roleItem = (role: NamedRole): Item => ({ role, label: roleLabels[role]() });
const roles = (...names: readonly NamedRole[]): readonly Item[] => names.map(roleItem);

/** Groups of items with separators between them; empty groups leave none. */
const divided = (groups: readonly (readonly Item[])[]): Item[] =>
  groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index > 0 ? [line, ...group] : group));

/** Items by their group. */
type Groups = Readonly<Partial<Record<string, readonly Item[]>>>;

/** What macOS has in the app's own menu. */
const ofAppMenu: ReadonlySet<CommandId> = new Set(['app.settings']);

function commandGroups(menu: MenuName, choices: Choices): Groups {
  const groups: Record<string, readonly Item[]> = {};
  for (const id of commandIds.filter((command) => commands[command].menu === menu)) {
    if (choices.platform === 'darwin' && ofAppMenu.has(id)) continue;
    const { group } = commands[id];
    groups[group] = [...(groups[group] ?? []), commandItem(id, choices)];
  }
  return groups;
}

function commandItem(id: CommandId, { run, keys }: Pick<Choices, 'run' | 'keys'>): Item {
  const { label, ...rest } = commands[id];
  const { accelerator } = keys[id];
  const shortcut = accelerator === null ? {} : { accelerator };
  const tick: Item = 'setting' in rest ? { type: 'checkbox' } : 'chooses' in rest ? { type: 'radio' } : {};
  return { id, label: label(), click: () => run(id), ...shortcut, ...tick };
}

/** The zoom keys as they are pressed: `+` needs Shift on many keyboards, and has a key of its own on others. */
const moreZoomKeys: readonly Item[] = (
  [
    ['zoomIn', 'CmdOrCtrl+='],
    ['zoomIn', 'CmdOrCtrl+numadd'],
    ['zoomOut', 'CmdOrCtrl+numsub'],
    ['resetZoom', 'CmdOrCtrl+num0'],
  ] as const
).map(([role, accelerator]) => ({ role, accelerator, visible: false }));

/** With the same keys everywhere: by itself the role has ⌥⇧⌘V on macOS. */
const pasteAsPlainText = (): Item => ({
  ...roleItem('pasteAndMatchStyle'),
  accelerator: 'CmdOrCtrl+Shift+V',
});

function recentMenu({ articles, open, clear }: Recent): Item {
  const items = articles.map(({ id, label }): Item => ({ label: menuLabel(label), click: () => open(id) }));
  return {
    id: 'menu.recent',
    label: say('Open recent'),
    enabled: items.length > 0,
    submenu: divided([items, [{ label: say('Clear list'), click: clear }]]),
  };
}

/** The system's own items, in groups beside those of the table of commands. */
const roleGroups: {
  readonly [Menu in MenuName]?: (choices: Choices) => Partial<Record<GroupOf<Menu>, readonly Item[]>>;
} = {
  file: ({ platform, recent }) => ({
    recent: [recentMenu(recent)],
    close: platform === 'darwin' ? roles('close') : roles('close', 'quit'),
  }),
  edit: () => ({
    clipboard: [...roles('cut', 'copy', 'paste'), pasteAsPlainText(), ...roles('selectAll')],
  }),
  view: ({ development }) => ({
    zoom: [...roles('resetZoom', 'zoomIn', 'zoomOut'), ...moreZoomKeys],
    fullScreen: roles('togglefullscreen'),
    development: development ? roles('reload', 'toggleDevTools') : [],
  }),
  window: ({ platform }) => ({
    arrange: platform === 'darwin' ? roles('minimize', 'zoom', 'front') : roles('minimize'),
  }),
};

/** One menu's items, group by group. */
function itemsOf(menu: MenuName, choices: Choices): Item[] {
  const items: Groups = { ...commandGroups(menu, choices), ...roleGroups[menu]?.(choices) };
  const order: readonly string[] = menus[menu].groups;
  return divided(order.map((group) => items[group] ?? []));
}

function appMenu(choices: Choices): Item {
  const about: Item = { label: commands['help.about'].label(), click: () => choices.run('help.about') };
  const own = [...ofAppMenu].map((id) => commandItem(id, choices));
  const groups = [[about], own, roles('services'), roles('hide', 'hideOthers', 'unhide'), roles('quit')];
  return { role: 'appMenu', submenu: divided(groups) };
}

/** The application menu, drawn from the table of commands; every command's item has the command's id. */
export function menuTemplate(choices: Choices): Item[] {
  const shown = menuNames.map((menu): Item => ({
    id: `menu.${menu}`,
    label: menus[menu].label(),
    submenu: itemsOf(menu, choices),
  }));
  return choices.platform === 'darwin' ? [appMenu(choices), ...shown] : shown;
}
