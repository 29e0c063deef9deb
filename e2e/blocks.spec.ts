import path from 'node:path';
import type { Page } from '@playwright/test';
import { type NutgrafApp, expect, test } from './fixtures';
import { editorOf, newArticle, shown } from './storyEditor';

const slot = 'Advertisement slot: In-article 1';
const locked = `${slot}, locked`;
const icon = path.join(import.meta.dirname, '../resources/icon.png');

/** What a screen reader was told last. */
const said = (window: Page) => window.locator('[data-announcer]');

/** Three paragraphs with a slot after the first, and the caret at the start of the second. */
async function besideSlot(nutgraf: NutgrafApp): Promise<ReturnType<typeof editorOf>> {
  const editor = await newArticle(nutgraf, 'One', 'Two', 'Three');
  await editor.blocks.first().click();
  await nutgraf.menu('insert.adSlot');
  await editor.blocks.nth(2).click();
  await nutgraf.window.keyboard.press('Home');
  return editor;
}

async function lock(nutgraf: NutgrafApp): Promise<void> {
  await editorOf(nutgraf.window).slots.getByRole('button').click();
  await nutgraf.window.getByRole('menuitem', { name: 'Lock in place' }).click();
}

test('a key beside a slot, a figure or a rule selects it, and only a second one deletes it', async ({
  nutgraf,
}) => {
  const editor = await besideSlot(nutgraf);
  const { keyboard } = nutgraf.window;
  for (const key of ['Backspace', 'Control+Backspace', 'Alt+Backspace', 'Shift+Backspace']) {
    await keyboard.press(key);
    await expect(editor.slots, key).toHaveAttribute('data-selected');
    expect(await shown(editor), key).toEqual(['One', slot, 'Two', 'Three']);
    await keyboard.press(key);
    await expect.poll(() => shown(editor), `${key} twice`).toEqual(['One', 'Two', 'Three']);
    await keyboard.press('Control+z');
    await expect.poll(() => shown(editor)).toEqual(['One', slot, 'Two', 'Three']);
    await editor.blocks.nth(2).click();
    await keyboard.press('Home');
  }
  for (const key of ['Delete', 'Control+Delete', 'Alt+Delete']) {
    await editor.blocks.first().click();
    await keyboard.press('End');
    await keyboard.press(key);
    await expect(editor.slots, key).toHaveAttribute('data-selected');
    expect(await shown(editor), key).toEqual(['One', slot, 'Two', 'Three']);
    await keyboard.press('Delete');
    await expect.poll(() => shown(editor), `${key} twice`).toEqual(['One', 'Two', 'Three']);
    await keyboard.press('Control+z');
    await expect.poll(() => shown(editor)).toEqual(['One', slot, 'Two', 'Three']);
  }

  await editor.blocks.nth(3).click();
  await keyboard.press('Home');
  await nutgraf.menu('insert.rule');
  await expect(editor.text.locator('hr')).toHaveCount(1);
  await editor.blocks.last().click();
  await keyboard.press('Home');
  await keyboard.press('Backspace');
  await expect(editor.text.locator('hr')).toHaveCount(1);
  await keyboard.press('Backspace');
  await expect(editor.text.locator('hr')).toHaveCount(0);
});

test('a story that begins with a slot opens with the caret in its text, and nothing replaces the slot', async ({
  nutgraf,
}) => {
  const editor = await newArticle(nutgraf, 'One', 'Two');
  await editor.blocks.first().click();
  await nutgraf.menu('insert.adSlot');
  await editor.slots.click();
  await nutgraf.window.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => shown(editor)).toEqual([slot, 'One', 'Two']);
  await expect(editor.saved).toBeVisible();
  await nutgraf.relaunch();
  const again = editorOf(nutgraf.window);
  await nutgraf.window.getByRole('listbox', { name: 'Drafts' }).getByRole('option').click();
  await expect(again.slots).toBeVisible();
  await nutgraf.menu('view.editor');
  await nutgraf.window.keyboard.type('Number ');
  await expect.poll(() => shown(again)).toEqual([slot, 'Number One', 'Two']);
});

test('a figure that was deleted comes back with its caption, credit and alternative text', async ({
  nutgraf,
}) => {
  const editor = await newArticle(nutgraf, 'One', 'Two');
  await editor.blocks.first().click();
  const chosen = nutgraf.window.waitForEvent('filechooser');
  await nutgraf.menu('insert.image');
  await (await chosen).setFiles(icon);
  const figure = editor.text.getByRole('figure');
  const texts = { Caption: 'The quay at dawn', Credit: 'Desk', 'Alternative text': 'A quay' };
  for (const [name, text] of Object.entries(texts)) await figure.getByRole('textbox', { name }).fill(text);
  await editor.blocks.last().click();
  await nutgraf.window.keyboard.press('Home');
  await nutgraf.window.keyboard.press('Backspace');
  await expect(figure).toHaveCount(1);
  await nutgraf.window.keyboard.press('Backspace');
  await expect(figure).toHaveCount(0);
  await nutgraf.window.keyboard.press('Control+z');
  for (const [name, text] of Object.entries(texts))
    await expect(figure.getByRole('textbox', { name })).toHaveValue(text);
});

test('a locked slot stays in place whatever is done over it, and that is announced', async ({ nutgraf }) => {
  const editor = await besideSlot(nutgraf);
  const { window } = nutgraf;
  const { keyboard } = window;
  await lock(nutgraf);
  await expect.poll(() => shown(editor)).toEqual(['One', locked, 'Two', 'Three']);
  const notice = window.getByRole('region', { name: 'Notices' });

  await editor.blocks.nth(2).click();
  await keyboard.press('Home');
  for (const key of ['Backspace', 'Backspace', 'Control+Backspace', 'Delete', 'Control+x']) {
    await keyboard.press(key);
    await expect.poll(() => shown(editor), key).toEqual(['One', locked, 'Two', 'Three']);
  }
  await expect(notice).toContainText('In-article 1 is locked and was kept');
  await expect(said(window)).toContainText('In-article 1 is locked and was kept');

  const across = async (): Promise<void> => {
    await editor.blocks.first().click();
    await keyboard.press('End');
    await keyboard.press('ArrowLeft');
    await keyboard.press('Shift+ArrowDown');
    await keyboard.press('Shift+ArrowDown');
  };
  for (const key of ['Delete', 'Backspace', 'Control+x', 'Enter', 'x']) {
    await across();
    await keyboard.press(key);
    await expect.poll(async () => (await shown(editor)).filter((block) => block === locked)).toHaveLength(1);
    expect((await shown(editor)).join(), key).not.toContain('One');
    await keyboard.press('Control+z');
    await expect.poll(() => shown(editor), `${key} undone`).toEqual(['One', locked, 'Two', 'Three']);
  }

  await editor.blocks.first().click();
  await keyboard.press('Control+a');
  await keyboard.press('Delete');
  await expect.poll(() => shown(editor)).toEqual(['', locked, '']);
  await keyboard.type('Anew');
  await expect.poll(() => shown(editor)).toEqual(['Anew', locked, '']);
  await expect(editor.saved).toBeVisible();
});
