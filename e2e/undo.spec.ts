import type { Page } from '@playwright/test';
import { inputMethod } from './composing';
import { type NutgrafApp, expect, test } from './fixtures';
import { dropImage } from './images';
import { editorOf, newArticle, shown } from './storyEditor';

/** Every way a user has to undo something. */
const ways = {
  key: (nutgraf: NutgrafApp) => nutgraf.window.keyboard.press('Control+z'),
  menu: (nutgraf: NutgrafApp) => nutgraf.menu('edit.undo'),
} as const;

function fieldOf(window: Page, label: string, within: string) {
  return window.locator(within).getByRole('textbox', { name: label, exact: true });
}

for (const way of ['key', 'menu'] as const)
  test(`undo goes by words in every field, by ${way}`, async ({ nutgraf }) => {
    const { window } = nutgraf;
    const undo = ways[way];
    const editor = await newArticle(nutgraf, 'One');
    await dropImage(editor.blocks.first());
    await expect(editor.text.locator('img')).toHaveJSProperty('naturalWidth', 1);
    const fields = [
      ...['Headline', 'Standfirst', 'Kicker', 'Dateline'].map((label) => [label, '.story-head'] as const),
      ['Byline', '[data-pane=inspector]'] as const,
      ...['Caption', 'Credit', 'Alternative text'].map((label) => [label, '.figure-box'] as const),
    ];
    for (const [label, within] of fields) {
      const field = fieldOf(window, label, within);
      await field.focus();
      await window.keyboard.type('Old pier burns', { delay: 5 });
      await undo(nutgraf);
      await expect(field, label).toHaveValue('Old pier ');
      await undo(nutgraf);
      await expect(field, label).toHaveValue('Old ');
      await window.keyboard.press('Control+Shift+z');
      await expect(field, label).toHaveValue('Old pier ');
      await expect(field, label).toBeFocused();
      await window.keyboard.type('opens');
      await expect(field, `${label}: the caret is where the change was`).toHaveValue('Old pier opens');
    }
    const firstBlock = async () => (await shown(editor))[0];
    await editor.blocks.first().click();
    await window.keyboard.press('End');
    await window.keyboard.type(' more words');
    await undo(nutgraf);
    await expect.poll(firstBlock).toBe('One more ');
    await undo(nutgraf);
    await expect.poll(firstBlock).toBe('One ');
    await undo(nutgraf);
    await undo(nutgraf);
    await expect(fieldOf(window, 'Alternative text', '.figure-box')).toHaveValue('Old pier ');
    await expect(editor.saved).toBeVisible();
  });

test('a composed word is undone as a whole', async ({ nutgraf }) => {
  const { window } = nutgraf;
  const method = await inputMethod(window);
  const editor = await newArticle(nutgraf);
  await method.compose({ steps: ['か', 'かん'], word: '漢字' });
  await method.compose({ steps: ['し', 'しん'], word: '新聞' });
  await window.keyboard.press('Control+z');
  await expect(editor.headline).toHaveValue('漢字');
  await window.keyboard.press('Control+z');
  await expect(editor.headline).toHaveValue('');
  await editor.text.focus();
  await method.compose({ steps: ['か', 'かん'], word: '漢字' });
  await method.compose({ steps: ['し', 'しん'], word: '新聞' });
  await window.keyboard.press('Control+z');
  await expect(editor.text).toHaveText('漢字');
  await window.keyboard.press('Control+z');
  await expect(editor.text).toHaveText('');
});

test('what was undone can be redone after the field was left', async ({ nutgraf }) => {
  const { keyboard } = nutgraf.window;
  const editor = await newArticle(nutgraf);
  await keyboard.type('Old pier');
  await keyboard.press('Control+z');
  await expect(editor.headline).toHaveValue('Old ');
  await editor.standfirst.focus();
  await keyboard.press('Control+Shift+z');
  await expect(editor.headline).toHaveValue('Old pier');
  await expect(editor.headline).toBeFocused();
});

test('everything done to an article is undone in order, wherever the focus is', async ({ nutgraf }) => {
  const { window } = nutgraf;
  const { keyboard } = window;
  const editor = await newArticle(nutgraf, 'One', 'Two');
  const inspector = window.locator('[data-pane=inspector]');
  const status = inspector.getByRole('combobox', { name: 'Status' });
  const byText = inspector.getByRole('radio', { name: 'By text' });
  await dropImage(editor.blocks.first());
  const caption = editor.text.getByRole('textbox', { name: 'Caption' });
  await caption.focus();
  await keyboard.type('A dot');
  await editor.addHashtag.focus();
  await keyboard.type('harbour ');
  await keyboard.type('quay ');
  await keyboard.press('Backspace');
  await expect(editor.chips).toHaveText(['#harbour']);
  await editor.section.selectOption('Culture');
  const section = await editor.section.inputValue();
  await status.selectOption('Ready');
  await inspector.getByRole('radio', { name: 'Right' }).click();
  await expect(byText).not.toBeChecked();
  await editor.blocks.last().click();
  await nutgraf.menu('insert.adSlot');
  await expect(editor.slots).toHaveCount(1);
  await editor.headline.focus();
  await keyboard.type('Harbour');

  const undo = async () => keyboard.press('Control+z');
  await undo();
  await expect(editor.headline).toHaveValue('');
  await expect(editor.headline).toBeFocused();
  await undo();
  await expect(editor.slots).toHaveCount(0);
  await undo();
  await expect(byText).toBeChecked();
  await expect(byText).toBeFocused();
  await undo();
  await expect(status).toHaveValue('draft');
  await expect(status).toBeFocused();
  await undo();
  await expect(editor.section).not.toHaveValue(section);
  await expect(editor.section).toBeFocused();
  await undo();
  await expect(editor.chips).toHaveText(['#harbour', '#quay']);
  await expect(editor.addHashtag).toBeFocused();
  await undo();
  await undo();
  await expect(editor.chips).toHaveCount(0);
  await undo();
  await expect(caption).toHaveValue('A ');
  await expect(caption).toBeFocused();
  await undo();
  await undo();
  await expect(editor.text.locator('img')).toHaveCount(0);
  await expect.poll(() => shown(editor)).toEqual(['One', 'Two']);

  for (let step = 0; step < 11; step += 1) await keyboard.press('Control+Shift+z');
  await expect(editor.headline).toHaveValue('Harbour');
  await expect(editor.section).toHaveValue(section);
  await expect(status).toHaveValue('ready');
  await expect(inspector.getByRole('radio', { name: 'Right' })).toBeChecked();
  await expect(editor.chips).toHaveText(['#harbour']);
  await expect(editor.slots).toHaveCount(1);
  await expect(caption).toHaveValue('A dot');
});

test('history, caret and scroll position are restored after another article was open', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  const { keyboard } = window;
  const lines = Array.from({ length: 60 }, (_, line) => `Paragraph ${line}`);
  const editor = await newArticle(nutgraf, ...lines);
  await editor.headline.focus();
  await keyboard.type('The first');
  await editor.blocks.nth(40).click();
  await keyboard.press('End');
  await keyboard.type(' typed');
  const top = () => editor.blocks.nth(40).evaluate((block) => block.getBoundingClientRect().top);
  const before = await top();
  await newArticle(nutgraf, 'Another');
  await window.getByRole('listbox', { name: 'Drafts' }).getByText('The first').click();
  await expect(editor.headline).toHaveValue('The first');
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(30);
  await nutgraf.menu('view.editor');
  await expect(editor.text).toBeFocused();
  await keyboard.type('!');
  await expect(editor.blocks.nth(40)).toHaveText('Paragraph 40 typed!');
  await keyboard.press('Control+z');
  await keyboard.press('Control+z');
  await expect(editor.blocks.nth(40)).toHaveText('Paragraph 40 ');
  await keyboard.press('Control+z');
  await keyboard.press('Control+z');
  await expect(editor.headline).toHaveValue('The ');
});

test('what another writer wrote is not undone', async ({ nutgraf }) => {
  const here = await newArticle(nutgraf, 'One', 'Two');
  await here.headline.fill('Pier burns');
  await expect(here.saved).toHaveText(/\d/);
  const window = await nutgraf.newWindow();
  const there = editorOf(window);
  await expect(there.headline).toHaveValue('Pier burns');
  await here.blocks.first().click();
  await nutgraf.window.keyboard.press('End');
  await nutgraf.window.keyboard.type(' mine');
  await expect(there.text).toContainText('One mine');
  await there.headline.fill('Pier burns again');
  await there.blocks.last().click();
  await window.keyboard.press('End');
  await window.keyboard.type(' theirs');
  await expect(here.headline).toHaveValue('Pier burns again');
  await expect(here.text).toContainText('Two theirs');
  await here.text.focus();
  for (let step = 0; step < 3; step += 1) await nutgraf.window.keyboard.press('Control+z');
  await expect(here.text).not.toContainText('mine');
  await expect(here.text).toContainText('theirs');
  await expect(here.headline).toHaveValue(/again$/);
});

test('a version is kept before a large deletion, at “Save now”, and when the article is left', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  const { keyboard } = window;
  const editor = await newArticle(nutgraf, 'One', 'Two', 'Three');
  await editor.headline.fill('The first');
  await nutgraf.menu('article.save');
  await window.getByRole('tab', { name: 'History' }).click();
  const versions = window.getByRole('list', { name: 'Earlier versions' }).getByRole('button');
  await expect(versions).toHaveCount(1);
  await expect(versions).toContainText('At “Save now”');
  await editor.blocks.first().click();
  await keyboard.type('More ');
  await keyboard.press('Control+a');
  await keyboard.press('Delete');
  await expect(versions).toHaveCount(2);
  await expect(versions.first()).toContainText('Before a large part was removed or replaced');
  await keyboard.type('Other');
  await expect(editor.saved).toBeVisible();
  await newArticle(nutgraf, 'Another');
  await window.getByRole('listbox', { name: 'Drafts' }).getByText('The first').click();
  await expect(editor.headline).toHaveValue('The first');
  await window.getByRole('tab', { name: 'History' }).click();
  await expect(versions).toHaveCount(3);
  await expect(versions.first()).toContainText('When you left the article');
});
