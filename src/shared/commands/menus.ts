/**
 * Every menu with its groups, in their order; a line stands between two groups. Those of the system's own items (copy,
 * quit, zoom …) are filled by the application menu.
 */
export const menus = {
  file: { label: '&File', groups: ['create', 'import', 'export', 'save', 'trash', 'close'] },
  edit: { label: '&Edit', groups: ['history', 'clipboard', 'find'] },
  format: { label: 'F&ormat', groups: ['marks', 'link', 'headings', 'blocks', 'typing'] },
  insert: { label: '&Insert', groups: ['blocks', 'hashtags'] },
  view: { label: '&View', groups: ['panes', 'theme', 'sections', 'zoom', 'fullScreen', 'development'] },
  cms: { label: '&CMS', groups: ['send', 'accounts'] },
  window: { label: '&Window', groups: ['arrange', 'open'] },
  help: { label: '&Help', groups: ['about'] },
} as const satisfies Record<string, { readonly label: string; readonly groups: readonly string[] }>;

type Menus = typeof menus;
export type MenuName = keyof Menus;

/** A group of one menu. */
export type GroupOf<Menu extends MenuName> = Menus[Menu]['groups'][number];

/** Where a command stands: its menu, and a group of that. */
export type MenuPlace = {
  [Menu in MenuName]: { readonly menu: Menu; readonly group: GroupOf<Menu> };
}[MenuName];
