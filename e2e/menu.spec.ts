import { commands } from '../src/shared/commands';
import { expect, test } from './fixtures';

// xdotool, which presses the machine's keys, works only on X11.
if (process.platform === 'linux') {
  test('a real key press on the machine’s keyboard reaches the menu: Ctrl+N makes an article', async ({
    nutgraf,
  }) => {
    await expect(nutgraf.window.getByRole('heading', { name: 'Your library is empty' })).toBeVisible();
    await nutgraf.keys('ctrl+n', 'article.new');
    await expect(nutgraf.window.getByRole('textbox', { name: 'Headline' })).toBeFocused();
    await expect(nutgraf.window.getByRole('listbox', { name: 'Drafts' }).getByRole('option')).toHaveCount(1);
  });
}

test('every command stands in the menu once, under its label', async ({ nutgraf }) => {
  const expected = Object.entries(commands).map(([id, { label }]) => [id, label()] as const);
  const found = await nutgraf.app.evaluate(
    ({ Menu }, known) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
      return items.filter(({ id }) => known.includes(id)).map(({ id, label }) => [id, label] as const);
    },
    expected.map(([id]): string => id),
  );
  expect(new Map(found)).toEqual(new Map(expected));
  expect(found).toHaveLength(expected.length);
});
