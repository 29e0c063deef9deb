import { commandIds, commands } from '#shared/commands';
import { keysOfCommands } from '#shared/commands/keys';
import type { MenuItemConstructorOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import { menuTemplate } from './template';

vi.mock('electron', () => ({ app: {}, Menu: {} }));

const recent = { articles: [], open: () => undefined, clear: () => undefined };
const choices = {
  platform: 'linux',
  development: false,
  run: () => undefined,
  keys: keysOfCommands({}, 'other'),
  recent,
} as const;
const itemsOf = (menu: MenuItemConstructorOptions) => menu.submenu as MenuItemConstructorOptions[];
const flat = (template: readonly MenuItemConstructorOptions[]) => template.flatMap(itemsOf);

test('every command stands once in the menu that its row names', () => {
  const template = menuTemplate(choices);
  const found = template.flatMap((menu) => itemsOf(menu).map(({ id }) => [id, menu.id] as const));
  const expected = commandIds.map((id) => [id, `menu.${commands[id].menu}`] as const);
  const ofTable = found.filter(([id]) => id !== undefined && id !== 'menu.recent');
  expect(new Map(ofTable)).toEqual(new Map(expected));
  expect(ofTable).toHaveLength(commandIds.length);
});

test('the menus stand in the usual order, with the roles of the system', () => {
  expect(menuTemplate(choices).map(({ id }) => id)).toEqual(
    ['file', 'edit', 'format', 'insert', 'view', 'cms', 'window', 'help'].map((name) => `menu.${name}`),
  );
  const roles = flat(menuTemplate(choices)).map(({ role }) => role);
  expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'close', 'quit']));
});

test('Undo stands before Cut, and Close and Quit stand last', () => {
  const [file, edit] = menuTemplate(choices).map((menu) => itemsOf(menu).map(({ id, role }) => id ?? role));
  expect(edit?.slice(0, 4)).toEqual(['edit.undo', 'edit.redo', undefined, 'cut']);
  expect(file?.slice(-4)).toEqual(['app.settings', undefined, 'close', 'quit']);
});

test('the keys are those that hold, not those of the table', () => {
  const keys = keysOfCommands({ 'format.bold': 'CmdOrCtrl+G', 'format.italic': null }, 'other');
  const items = flat(menuTemplate({ ...choices, keys }));
  expect(items.find(({ id }) => id === 'format.bold')?.accelerator).toBe('CmdOrCtrl+G');
  expect(items.find(({ id }) => id === 'format.italic')?.accelerator).toBeUndefined();
});

test('pasting as plain text has the same keys on every system', () => {
  for (const platform of ['darwin', 'linux', 'win32'] as const) {
    const items = flat(menuTemplate({ ...choices, platform }));
    expect(items.find(({ role }) => role === 'pasteAndMatchStyle')?.accelerator).toBe('CmdOrCtrl+Shift+V');
  }
});

test('an accelerator is given once', () => {
  const accelerators = flat(menuTemplate(choices)).flatMap(({ accelerator }) => accelerator ?? []);
  expect(new Set(accelerators).size).toBe(accelerators.length);
});

test('groups are divided by single lines, none at either end', () => {
  for (const menu of menuTemplate(choices)) {
    const types = itemsOf(menu).map(({ type }) => type ?? 'item');
    expect(types.join(' ')).not.toMatch(/^separator|separator separator|separator$/);
  }
});

test('reload is offered to developers only', () => {
  const offers = (development: boolean) =>
    flat(menuTemplate({ ...choices, development })).some(({ role }) => role === 'reload');
  expect(offers(true)).toBe(true);
  expect(offers(false)).toBe(false);
});

test('on macOS the settings are in the app menu, and nowhere else', () => {
  const template = menuTemplate({ ...choices, platform: 'darwin' });
  const holding = template.filter((menu) => itemsOf(menu).some(({ id }) => id === 'app.settings'));
  expect(holding.map(({ role }) => role)).toEqual(['appMenu']);
});

test('on macOS the app menu comes first and holds Quit', () => {
  const [appMenu, file] = menuTemplate({ ...choices, platform: 'darwin' });
  expect(appMenu?.role).toBe('appMenu');
  expect(file && itemsOf(file).some(({ role }) => role === 'quit')).toBe(false);
});

test('an item runs its command', () => {
  const ran: string[] = [];
  const items = flat(menuTemplate({ ...choices, run: (command) => ran.push(command) }));
  items.find(({ id }) => id === 'article.new')?.click?.(undefined as never, undefined, undefined as never);
  expect(ran).toEqual(['article.new']);
});

test('recent articles are opened from a submenu, which is off while there is none', () => {
  const done: string[] = [];
  const articles = [{ id: 'x', label: 'Bread & roses' }];
  const listed = { articles, open: (id: string) => done.push(id), clear: () => done.push('cleared') };
  const submenuOf = (given: Pick<typeof choices, 'recent'>) =>
    flat(menuTemplate({ ...choices, ...given })).find(({ id }) => id === 'menu.recent');
  expect(submenuOf({ recent })?.enabled).toBe(false);
  const items = (submenuOf({ recent: listed as never })?.submenu ?? []) as MenuItemConstructorOptions[];
  expect(items.map(({ label }) => label)).toEqual(['Bread && roses', undefined, 'Clear list']);
  for (const item of items) item.click?.(undefined as never, undefined, undefined as never);
  expect(done).toEqual(['x', 'cleared']);
});
