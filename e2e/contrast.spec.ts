import type { Locator, Page } from '@playwright/test';
import { type NutgrafApp, expect, test } from './fixtures';
import { importNewsPage } from './newsPage';
import { openPalette } from './palette';
import { newArticle } from './storyEditor';

/** How something looks, apart from its words. */
const look = (item: Locator): Promise<string> =>
  item.evaluate((element) => {
    const { backgroundColor, outline, boxShadow } = getComputedStyle(element);
    return `${backgroundColor} ${outline} ${boxShadow}`;
  });

async function expectTold(chosen: Locator, other: Locator, what: string): Promise<void> {
  await expect(chosen).toBeVisible();
  await expect.poll(async () => (await look(chosen)) !== (await look(other)), what).toBe(true);
}

async function expectAllTold(nutgraf: NutgrafApp, mode: string): Promise<void> {
  const { window } = nutgraf;
  const rail = window.getByRole('navigation', { name: 'Library' });
  await expectTold(
    rail.locator('[aria-current=page]'),
    rail.getByRole('button', { name: 'Trash' }),
    `${mode}: rail`,
  );
  const rows = window.getByRole('listbox').getByRole('option');
  await expectTold(
    rows.and(window.locator('[aria-selected=true]')),
    rows.and(window.locator('[aria-selected=false]')).first(),
    `${mode}: open row`,
  );
  await nutgraf.menu('view.list');
  await window.keyboard.press('End');
  await expectTold(rows.and(window.locator('[data-active]')), rows.first(), `${mode}: active row`);

  const inspector = window.getByRole('complementary', { name: 'Inspector' });
  await expectTold(
    inspector.getByRole('tab', { selected: true }),
    inspector.getByRole('tab', { selected: false }).first(),
    `${mode}: tab`,
  );
  await expectTold(
    inspector.getByRole('radio', { checked: true }),
    inspector.getByRole('radio', { checked: false }).first(),
    `${mode}: segment`,
  );
  const toolbar = window.getByRole('toolbar', { name: 'Text' });
  await window.getByRole('textbox', { name: 'Story text' }).focus();
  await nutgraf.menu('format.bold');
  await expectTold(
    toolbar.getByRole('button', { name: 'Bold' }),
    toolbar.getByRole('button', { name: 'Italic' }),
    `${mode}: pressed tool`,
  );
  await nutgraf.menu('format.bold');

  const items = (await openPalette(nutgraf)).getByRole('option');
  await expectTold(items.first(), items.nth(1), `${mode}: palette`);
  await window.keyboard.press('Escape');

  await window
    .getByRole('group', { name: /^Advertisement slot/ })
    .getByRole('button')
    .click();
  await window.keyboard.press('ArrowDown');
  const menu = window.getByRole('menuitem');
  await expectTold(menu.and(window.locator('[data-highlighted]')), menu.last(), `${mode}: menu`);
  await window.keyboard.press('Escape');
}

async function twoArticles(nutgraf: NutgrafApp): Promise<Page> {
  const { headline } = await newArticle(nutgraf);
  await headline.fill('Another one');
  await importNewsPage(nutgraf);
  return nutgraf.window;
}

test('selection and highlights are visible in forced colours and with more contrast', async ({ nutgraf }) => {
  const window = await twoArticles(nutgraf);
  await window.emulateMedia({ forcedColors: 'active' });
  await expectAllTold(nutgraf, 'forced colours');
  await window.emulateMedia({ forcedColors: 'none', contrast: 'more' });
  await expect(window.locator('html')).toHaveAttribute('data-contrast', 'high');
  await expectAllTold(nutgraf, 'more contrast');
});
