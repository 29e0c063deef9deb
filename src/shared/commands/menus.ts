import { saying } from '../language/say';

/**
 * Every menu with its groups, in order, with a separator between groups. The system's own items (copy, quit, zoom …)
 * are added by the application menu.
 */
export const menus = {
  file: {
    label: saying('&File'),
    groups: ['create', 'recent', 'import', 'export', 'save', 'trash', 'settings', 'close'],
  },
  edit: { label: saying('&Edit'), groups: ['history', 'clipboard', 'find'] },
  format: { label: saying('F&ormat'), groups: ['marks', 'link', 'headings', 'blocks', 'typing'] },
  insert: { label: saying('&Insert'), groups: ['blocks', 'hashtags'] },
  view: {
    label: saying('&View'),
    groups: ['panes', 'theme', 'contrast', 'sections', 'zoom', 'fullScreen', 'development'],
  },
  cms: { label: saying('&CMS'), groups: ['send', 'accounts'] },
  window: { label: saying('&Window'), groups: ['arrange', 'open'] },
  help: { label: saying('&Help'), groups: ['learn', 'updates', 'about'] },
} as const satisfies Record<string, { readonly label: () => string; readonly groups: readonly string[] }>;

type Menus = typeof menus;
export type MenuName = keyof Menus;

/** A group of one menu. */
export type GroupOf<Menu extends MenuName> = Menus[Menu]['groups'][number];

/** Where a command is: its menu and group. */
export type MenuPlace = {
  [Menu in MenuName]: { readonly menu: Menu; readonly group: GroupOf<Menu> };
}[MenuName];
