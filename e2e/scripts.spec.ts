import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { type NutgrafApp, expect, test } from './fixtures';
import { newArticle } from './storyEditor';

const hebrew = [
  'מועצת העיר החליטה ביום שלישי להרחיב את הנמל לפני האביב.',
  'FIFA הודיעה כי המשחק יידחה בשבוע.',
  '12:30 – 14:00',
  'העבודות יחלו בחודש הבא, כך נמסר.',
];
const directions = ['rtl', 'ltr', 'rtl', 'rtl'];

const directionsIn = (blocks: readonly Element[]): readonly string[] =>
  blocks.map((block) => getComputedStyle(block).direction);

async function exportPage(nutgraf: NutgrafApp, folder: string): Promise<string> {
  const { window } = nutgraf;
  const dialog = window.getByRole('dialog');
  await mkdir(folder);
  await nutgraf.menu('export.dialog');
  await dialog.getByRole('radio', { name: 'HTML page' }).check();
  await nutgraf.openDialogReturns(folder);
  await dialog.getByRole('button', { name: /^Choose a folder/ }).click();
  await expect(dialog).toContainText('1 article written.');
  await dialog.getByRole('button', { name: 'Done' }).click();
  const file = (await readdir(folder)).find((name) => name.endsWith('.html'));
  return readFile(path.join(folder, file ?? ''), 'utf8');
}

/** The direction in which a browser lays out the lines of an exported page, and its language. */
function laidOut(html: string) {
  const { document } = parseHTML(html);
  const of = (element: Element | null) => element?.closest('[dir]')?.getAttribute('dir') ?? 'ltr';
  return {
    language: document.documentElement.lang,
    headline: of(document.querySelector('h1')),
    blocks: [...document.querySelectorAll('article > p:not([class])')].map(of),
  };
}

test('each paragraph has one direction in the editor, the list, an earlier text and an export; the language is guessed', async ({
  nutgraf,
  folder,
}) => {
  const { window } = nutgraf;
  const editor = await newArticle(nutgraf, ...hebrew);
  await editor.headline.fill('Harbour plans');
  await expect(editor.saved).toBeVisible();
  await expect.poll(() => editor.blocks.evaluateAll(directionsIn)).toEqual(directions);
  await expect(editor.headline).toHaveCSS('direction', 'ltr');
  for (const field of ['Kicker', 'Byline', 'Standfirst'])
    await expect(window.getByRole('main').getByRole('textbox', { name: field })).toHaveCSS(
      'direction',
      'rtl',
    );
  await expect(window.locator('.story-head')).toHaveCSS('direction', 'rtl');
  await expect(window.locator('.story-text')).toHaveAttribute('lang', 'he');
  const language = window.getByRole('complementary').getByRole('combobox', { name: 'Language' });
  await expect(language.locator('option:checked')).toHaveText('Hebrew (guessed)');
  const row = window.getByRole('listbox', { name: 'Drafts' }).getByRole('option').first();
  await expect(row.locator('[lang=he]').first()).toHaveCSS('direction', 'ltr');
  await expect(row.locator('[lang=he]').last()).toHaveCSS('direction', 'rtl');

  const first = laidOut(await exportPage(nutgraf, path.join(folder, 'guessed')));
  expect(first).toEqual({ language: 'he', headline: 'ltr', blocks: directions });

  await window.getByRole('complementary').getByRole('radio', { name: 'Right' }).click();
  await expect(editor.headline).toHaveCSS('direction', 'rtl');
  await expect(row.locator('[lang=he]').first()).toHaveCSS('direction', 'rtl');
  await language.selectOption('Arabic');
  await expect(editor.saved).toBeVisible();
  const second = laidOut(await exportPage(nutgraf, path.join(folder, 'set')));
  expect(second).toEqual({ language: 'ar', headline: 'rtl', blocks: directions });
});

test('the arrow keys walk and move hashtags the way that they run on the screen', async ({ nutgraf }) => {
  const { keyboard } = nutgraf.window;
  const editor = await newArticle(nutgraf, ...hebrew);
  await expect(nutgraf.window.locator('.story-head')).toHaveCSS('direction', 'rtl');
  await editor.addHashtag.focus();
  await keyboard.type('quay boats tide ');
  await expect(editor.chips).toHaveText(['#quay', '#boats', '#tide']);
  await keyboard.press('ArrowRight');
  await keyboard.press('Alt+ArrowRight');
  await expect(editor.chips).toHaveText(['#quay', '#tide', '#boats']);
  await keyboard.press('ArrowLeft');
  await keyboard.press('Delete');
  await expect(editor.chips).toHaveText(['#quay', '#tide']);
});
