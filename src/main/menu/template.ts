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

/** The commands of one menu, group by group. */
function commandGroups(menu: MenuName, run: Choices['run']): readonly (readonly Item[])[] {
  const groups = new Map<number, Item[]>();
  for (const id of commandIds.filter((command) => commands[command].menu === menu)) {
    const { label, group, ...rest } = commands[id];
    const shortcut = 'accelerator' in rest ? { accelerator: rest.accelerator } : {};
    const item: Item = { id, label, click: () => run(id), ...shortcut };
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  return [...groups.entries()].sort(([a], [b]) => a - b).map(([, items]) => items);
}

type RoleGroups = (choices: Choices) => readonly (readonly Item[])[];

const before: Partial<Record<MenuName, RoleGroups>> = {
  edit: () => [roles('undo', 'redo'), roles('cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll')],
  window: ({ platform }) => [platform === 'darwin' ? roles('minimize', 'zoom', 'front') : roles('minimize')],
};

const after: Partial<Record<MenuName, RoleGroups>> = {
  file: ({ platform }) => [platform === 'darwin' ? roles('close') : roles('close', 'quit')],
  view: ({ development }) => [
    roles('resetZoom', 'zoomIn', 'zoomOut'),
    roles('togglefullscreen'),
    development ? roles('reload', 'toggleDevTools') : [],
  ],
};

function appMenu(run: Choices['run']): Item {
  const about: Item = { label: commands['help.about'].label, click: () => run('help.about') };
  const groups = [[about], roles('services'), roles('hide', 'hideOthers', 'unhide'), roles('quit')];
  return { role: 'appMenu', submenu: divided(groups) };
}

/** The application menu, drawn from the table of commands; every command's item bears the command's id. */
export function menuTemplate(choices: Choices): Item[] {
  const menus = menuNames.map((menu): Item => {
    const groups = [
      ...(before[menu]?.(choices) ?? []),
      ...commandGroups(menu, choices.run),
      ...(after[menu]?.(choices) ?? []),
    ];
    return { id: `menu.${menu}`, label: labels[menu], submenu: divided(groups) };
  });
  return choices.platform === 'darwin' ? [appMenu(choices.run), ...menus] : menus;
}
