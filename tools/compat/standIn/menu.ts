import { EventEmitter } from 'node:events';

/** What a menu is made of. */
export interface ItemTemplate {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly submenu?: readonly ItemTemplate[];
  readonly click?: (item: MenuItem, window: unknown, event: object) => void;
}

/** What a menu item with a role does; the windows say it. */
export const roles = new Map<string, () => void>();

export class MenuItem {
  readonly id: string;
  readonly label: string;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: string | undefined;
  readonly visible: boolean;
  readonly submenu: Menu | undefined;
  enabled: boolean;
  #checked: boolean;
  readonly #template: ItemTemplate;
  #others: readonly MenuItem[] = [];

  constructor(template: ItemTemplate) {
    this.#template = template;
    const { id = '', label = '', role, accelerator, submenu, enabled = true, visible = true } = template;
    this.id = id;
    this.label = label;
    this.role = role?.toLowerCase();
    this.type = template.type ?? (submenu ? 'submenu' : 'normal');
    this.accelerator = accelerator;
    this.visible = visible;
    this.enabled = enabled;
    this.#checked = template.checked ?? false;
    this.submenu = submenu && Menu.buildFromTemplate(submenu);
  }

  /** Those of which one alone is checked. */
  among(items: readonly MenuItem[]): void {
    this.#others = items.filter((item) => item !== this);
  }

  get checked(): boolean {
    return this.#checked;
  }
  set checked(value: boolean) {
    this.#checked = value;
    if (value && this.type === 'radio') for (const other of this.#others) other.#checked = false;
  }

  click(): void {
    if (!this.enabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type === 'radio') this.checked = true;
    if (this.role === undefined) this.#template.click?.(this, undefined, {});
    else roles.get(this.role)?.();
  }
}

let shown: Menu | null = null;
/** Hears that another menu was set. */
export const menuChanges = new EventEmitter();

export class Menu {
  readonly items: readonly MenuItem[];

  private constructor(items: readonly MenuItem[]) {
    this.items = items;
  }

  static buildFromTemplate(template: readonly ItemTemplate[]): Menu {
    const items = template.map((item) => new MenuItem(item));
    const groups: MenuItem[][] = [[]];
    for (const item of items) {
      if (item.type === 'separator') groups.push([]);
      else groups.at(-1)?.push(item);
    }
    for (const group of groups) for (const item of group) item.among(group);
    return new Menu(items);
  }

  static setApplicationMenu(menu: Menu | null): void {
    shown = menu;
    menuChanges.emit('changed');
  }
  static getApplicationMenu = (): Menu | null => shown;

  getMenuItemById(id: string): MenuItem | null {
    return everyItem(this).find((item) => item.id === id) ?? null;
  }
}

const everyItem = ({ items }: Menu): readonly MenuItem[] =>
  items.flatMap((item) => [item, ...(item.submenu ? everyItem(item.submenu) : [])]);

/** What the browser itself does with its keys. */
const ofBrowser: ReadonlySet<string> = new Set(['cut', 'copy', 'paste', 'selectall', 'pasteandmatchstyle']);

/** Keys in one form: `ctrl+alt+shift+meta+key`, in that order. */
function normal(accelerator: string): string {
  const parts = accelerator
    .toLowerCase()
    .replace('cmdorctrl', 'ctrl')
    .replace('commandorcontrol', 'ctrl')
    .split('+');
  const key = parts.at(-1) ?? '';
  const held = ['ctrl', 'alt', 'shift', 'meta'].filter((one) => parts.slice(0, -1).includes(one));
  return [...held, key === 'esc' ? 'escape' : key].join('+');
}

const withKeys = (): readonly (readonly [string, MenuItem])[] =>
  (shown === null ? [] : everyItem(shown)).flatMap((item) =>
    item.accelerator === undefined || ofBrowser.has(item.role ?? '')
      ? []
      : [[normal(item.accelerator), item] as const],
  );

/** The keys that the application menu has. */
export const menuKeys = (): readonly string[] => withKeys().map(([keys]) => keys);

/** Does what a person does by pressing them. */
export function pressKeys(keys: string): void {
  withKeys()
    .find(([known, { enabled }]) => known === keys && enabled)?.[1]
    .click();
}
