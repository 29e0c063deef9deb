import { type CommandId, type MenuName, commandIds, commands } from '#shared/commands';
import type { MenuItemConstructorOptions } from 'electron';

type Item = MenuItemConstructorOptions;
type Role = NonNullable<Item['role']>;

interface Choices {
  readonly platform: NodeJS.Platform;
  /** Offers to reload the page and to open the developer tools. */
  readonly development: boolean;
  readonly run: (command: CommandId) => void;
}

const labels = {
  file: '&File',
  edit: '&Edit',
  format: 'F&ormat',
  insert: '&Insert',
  view: '&View',
  cms: '&CMS',
  window: '&Window',
  help: '&Help',
} as const satisfies Record<MenuName, string>;

const menuNames = Object.keys(labels) as readonly MenuName[];

const line: Item = { type: 'separator' };
const roles = (...names: readonly Role[]): readonly Item[] => names.map((role) => ({ role }));

/** Groups of items with a line between them; empty groups leave no line. */
const divided = (groups: readonly (readonly Item[])[]): Item[] =>
  groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index > 0 ? [line, ...group] : group));

/** Items by the number of their group. */
type Groups = ReadonlyMap<number, readonly Item[]>;

function commandGroups(menu: MenuName, run: Choices['run']): Groups {
  const groups = new Map<number, readonly Item[]>();
  for (const id of commandIds.filter((command) => commands[command].menu === menu)) {
    const { label, group, ...rest } = commands[id];
    const shortcut = 'accelerator' in rest ? { accelerator: rest.accelerator } : {};
    const tick: Item = 'setting' in rest ? { type: 'checkbox' } : {};
    const item: Item = { id, label, click: () => run(id), ...shortcut, ...tick };
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  return groups;
}

/** The keys of zooming as they are pressed: `+` needs Shift on many keyboards, and has a key of its own on others. */
const moreZoomKeys: readonly Item[] = (
  [
    ['zoomIn', 'CmdOrCtrl+='],
    ['zoomIn', 'CmdOrCtrl+numadd'],
    ['zoomOut', 'CmdOrCtrl+numsub'],
    ['resetZoom', 'CmdOrCtrl+num0'],
  ] as const
).map(([role, accelerator]) => ({ role, accelerator, visible: false }));

/** What the system supplies, in groups beside those of the table of commands. */
const roleGroups: Partial<Record<MenuName, (choices: Choices) => Groups>> = {
  file: ({ platform }) => new Map([[90, platform === 'darwin' ? roles('close') : roles('close', 'quit')]]),
  edit: () => new Map([[5, roles('cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll')]]),
  view: ({ development }) =>
    new Map([
      [90, [...roles('resetZoom', 'zoomIn', 'zoomOut'), ...moreZoomKeys]],
      [91, roles('togglefullscreen')],
      [92, development ? roles('reload', 'toggleDevTools') : []],
    ]),
  window: ({ platform }) =>
    new Map([[0, platform === 'darwin' ? roles('minimize', 'zoom', 'front') : roles('minimize')]]),
};

/** One menu's items, group after group. */
function itemsOf(menu: MenuName, choices: Choices): Item[] {
  const groups = [...commandGroups(menu, choices.run), ...(roleGroups[menu]?.(choices) ?? [])];
  return divided(groups.sort(([a], [b]) => a - b).map(([, items]) => items));
}

function appMenu(run: Choices['run']): Item {
  const about: Item = { label: commands['help.about'].label, click: () => run('help.about') };
  const groups = [[about], roles('services'), roles('hide', 'hideOthers', 'unhide'), roles('quit')];
  return { role: 'appMenu', submenu: divided(groups) };
}

/** The application menu, drawn from the table of commands; every command's item bears the command's id. */
export function menuTemplate(choices: Choices): Item[] {
  const menus = menuNames.map((menu): Item => ({
    id: `menu.${menu}`,
    label: labels[menu],
    submenu: itemsOf(menu, choices),
  }));
  return choices.platform === 'darwin' ? [appMenu(choices.run), ...menus] : menus;
}
