import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { type NutgrafApp, expect, test } from './fixtures';
import { dropImage } from './images';
import { drag, editorOf, newArticle, shown, type StoryEditor } from './storyEditor';

test('a story is written on the keyboard, with Markdown signs, and undone', async ({ nutgraf }) => {
  const editor = await newArticle(nutgraf);
  const { keyboard } = nutgraf.window;
  await keyboard.type('A headline');
  await keyboard.press('Enter');
  await expect(editor.standfirst).toBeFocused();
  await keyboard.type('A standfirst');
  await keyboard.press('Enter');
  await keyboard.type('First words');
  await keyboard.press('Enter');
  await keyboard.type('## A crosshead');
  await keyboard.press('Enter');
  await keyboard.type('- one');
  await keyboard.press('Enter');
  await keyboard.type('two');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('Some **bold** words');
  await expect(editor.text.getByRole('heading', { level: 2 })).toHaveText('A crosshead');
  await expect(editor.text.getByRole('listitem')).toHaveText(['one', 'two']);
  await expect(editor.text.locator('strong')).toHaveText('bold');

  await keyboard.press('Control+a');
  await keyboard.press('Delete');
  await expect(editor.text).toHaveText('');
  await keyboard.press('Control+z');
  await expect(editor.text.getByRole('heading', { level: 2 })).toHaveText('A crosshead');
  await keyboard.press('Control+Shift+z');
  await expect(editor.text).toHaveText('');
  await keyboard.press('Control+z');

  await expect(editor.saved).toHaveText(/^Saved \d\d:\d\d:\d\d$/);
  await nutgraf.relaunch();
  const again = editorOf(nutgraf.window);
  await expect(again.headline).toHaveValue('A headline');
  await expect(again.standfirst).toHaveValue('A standfirst');
  await expect(again.text.getByRole('listitem')).toHaveText(['one', 'two']);
});

test('text typed faster than frames are drawn stays in order', async ({ nutgraf }) => {
  const lines = Array.from({ length: 60 }, (_, line) => `L${line}`);
  const editor = await newArticle(nutgraf);
  await editor.text.focus();
  for (const line of lines) {
    await nutgraf.window.keyboard.type(line);
    await nutgraf.window.keyboard.press('Enter');
  }
  await expect.poll(() => shown(editor)).toEqual([...lines, '']);
});

test('what was typed a moment before the app quits is there again', async ({ nutgraf }) => {
  await newArticle(nutgraf, 'Typed at the last moment');
  await nutgraf.relaunch();
  await expect(editorOf(nutgraf.window).text).toHaveText('Typed at the last moment');
});

test('the menu and the toolbar format the text', async ({ nutgraf }) => {
  const editor = await newArticle(nutgraf, 'Some words');
  const toolbar = nutgraf.window.getByRole('toolbar', { name: 'Text' });
  await nutgraf.window.keyboard.press('Control+a');
  await nutgraf.menu('format.italic');
  await expect(editor.text.locator('em')).toHaveText('Some words');
  await expect(toolbar.getByRole('button', { name: 'Italic' })).toHaveAttribute('aria-pressed', 'true');
  await toolbar.getByRole('button', { name: 'Quote' }).click();
  await expect(editor.text.getByRole('blockquote')).toHaveText('Some words');
  await expect(editor.text).toBeFocused();
  await editor.text.getByRole('blockquote').click();
  await toolbar.getByRole('combobox', { name: 'Block type' }).selectOption('Crosshead, smaller');
  await expect(editor.text.getByRole('heading', { level: 3 })).toHaveText('Some words');
});

test('Quote takes a list as a whole, and a command that cannot apply says so', async ({ nutgraf }) => {
  const editor = await newArticle(nutgraf);
  const { keyboard } = nutgraf.window;
  await editor.text.focus();
  await keyboard.type('- One');
  await keyboard.press('Enter');
  await keyboard.type('Two');
  await nutgraf.menu('format.quote');
  await expect(editor.text.locator('blockquote > ul > li')).toHaveText(['One', 'Two']);
  await nutgraf.menu('format.quote');
  await expect(editor.text.locator(':scope > ul > li')).toHaveText(['One', 'Two']);
  await nutgraf.menu('insert.adSlot');
  await keyboard.press('Control+a');
  await nutgraf.menu('format.quote');
  const notices = nutgraf.window.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('Quote does not work on this selection');
  await expect(editor.text.locator(':scope > ul > li')).toHaveText(['One', 'Two']);
});

test('a link is set by its address, and a dangerous one is refused', async ({ nutgraf }) => {
  const editor = await newArticle(nutgraf, 'Some words');
  await nutgraf.window.keyboard.press('Control+a');
  await nutgraf.window.keyboard.press('Control+Shift+K');
  const address = nutgraf.window.getByRole('textbox', { name: 'Address' });
  await address.fill('javascript:alert(1)');
  await address.press('Enter');
  await expect(nutgraf.window.getByText('Check the address.')).toBeVisible();
  await address.fill('not a link at all');
  await address.press('Enter');
  await expect(nutgraf.window.getByText('This cannot be a link. Check the address.')).toBeVisible();
  await address.fill('news.example/story');
  await address.press('Enter');
  await expect(editor.text.getByRole('link')).toHaveAttribute('href', 'https://news.example/story');
  await expect(editor.text).toBeFocused();
  for (const kept of ['#part', 'page.html']) {
    await nutgraf.window.keyboard.press('Control+Shift+K');
    await address.fill(kept);
    await address.press('Enter');
    await expect(editor.text.getByRole('link')).toHaveAttribute('href', kept);
  }
});

test('hashtags are typed, pasted, suggested and taken away', async ({ nutgraf }) => {
  const editor = await newArticle(nutgraf);
  const { keyboard } = nutgraf.window;
  const { chips } = editor;
  await editor.addHashtag.focus();
  await keyboard.type('#harbour, quay city');
  await keyboard.press('Enter');
  await expect(chips).toHaveText(['#harbour', '#quay', '#city']);
  await keyboard.press('Backspace');
  await expect(chips).toHaveText(['#harbour', '#quay']);
  await editor.addHashtag.evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '#Harbour, #tide #संसद');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(chips).toHaveText(['#harbour', '#quay', '#tide', '#संसद']);
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Delete');
  await expect(chips).toHaveText(['#harbour', '#quay', '#संसद']);
  await expect(editor.saved).toBeVisible();

  await newArticle(nutgraf);
  await editor.addHashtag.focus();
  await keyboard.type('har');
  await expect(nutgraf.window.getByRole('listbox', { name: 'Hashtags in use' })).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(chips).toHaveText(['#harbour']);
});

test('another section is chosen over the headline', async ({ nutgraf }) => {
  const editor = await newArticle(nutgraf);
  await nutgraf.window.keyboard.type('A headline');
  const section = editor.headline
    .locator('xpath=ancestor::header')
    .getByRole('combobox', { name: 'Section' });
  await section.selectOption('Culture');
  await expect(editor.saved).toBeVisible();
  await expect(nutgraf.window.getByRole('listbox', { name: 'Drafts' })).toContainText('Culture');
  await nutgraf.relaunch();
  await expect(nutgraf.window.getByRole('combobox', { name: 'Section' }).first()).toContainText('Culture');
  await expect(nutgraf.window.getByRole('listbox', { name: 'Drafts' })).toContainText('Culture');
});

test('an ad slot is placed, dragged two paragraphs down, and moved by keys', async ({ nutgraf }) => {
  const editor = await newArticle(nutgraf, 'One', 'Two', 'Three', 'Four');
  const slot = 'Advertisement slot: In-article 1';
  await editor.blocks.first().click();
  await nutgraf.menu('insert.adSlot');
  await expect.poll(() => shown(editor)).toEqual(['One', slot, 'Two', 'Three', 'Four']);

  await drag(nutgraf.window, editor.slots.locator('.drag-handle'), editor.blocks.nth(3));
  await expect.poll(() => shown(editor)).toEqual(['One', 'Two', 'Three', slot, 'Four']);

  await editor.slots.click();
  await nutgraf.window.keyboard.press('Alt+ArrowUp');
  await nutgraf.window.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => shown(editor)).toEqual(['One', slot, 'Two', 'Three', 'Four']);

  await nutgraf.window.getByRole('tab', { name: 'Ads' }).click();
  await expect(nutgraf.window.getByRole('list', { name: 'Ad slots in the text' })).toContainText(
    'After “One”.',
  );
  await expectAccessible(nutgraf, 'an ad slot in the text');
  await editor.slots.getByRole('button').click();
  await nutgraf.window.getByRole('menuitem', { name: 'Lock in place' }).click();
  await editor.slots.click();
  await nutgraf.window.keyboard.press('Delete');
  await nutgraf.window.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => shown(editor)).toEqual(['One', `${slot}, locked`, 'Two', 'Three', 'Four']);
  await expect(editor.saved).toBeVisible();
  await nutgraf.relaunch();
  await expect
    .poll(() => shown(editorOf(nutgraf.window)))
    .toEqual(['One', `${slot}, locked`, 'Two', 'Three', 'Four']);
});

test('an image that is dropped in is kept, with its caption', async ({ nutgraf }) => {
  const editor = await newArticle(nutgraf, 'One', 'Two');
  await dropImage(editor.blocks.first());
  const image = editor.text.locator('img');
  await expect(image).toHaveJSProperty('naturalWidth', 1);
  await editor.text.getByRole('textbox', { name: 'Caption' }).fill('A dot');
  await expect(editor.saved).toBeVisible();
  await expectAccessible(nutgraf, 'an image in the text');
  await nutgraf.relaunch();
  const again = editorOf(nutgraf.window).text;
  await expect(again.locator('img')).toHaveJSProperty('naturalWidth', 1);
  await expect(again.getByRole('textbox', { name: 'Caption' })).toHaveValue('A dot');

  await nutgraf.quit();
  const files = await readdir(path.join(nutgraf.folder, 'assets'), { recursive: true, withFileTypes: true });
  for (const file of files) if (file.isFile()) await writeFile(path.join(file.parentPath, file.name), 'rot');
  await nutgraf.launch();
  await expect(editorOf(nutgraf.window).text).toContainText('This image is damaged or missing on disk');
});

test('pasted HTML brings its text and none of its scripts', async ({ nutgraf }) => {
  const editor = await newArticle(nutgraf);
  await editor.text.focus();
  await editor.text.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/html',
      `<h1>Title</h1><p onclick="window.hurt=1">Good <b>words</b> <a href="javascript:hurt()">here</a></p>
       <script>window.hurt=1</script><img src="x" onerror="window.hurt=1"><style>p{color:red}</style>`,
    );
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(editor.text.getByRole('heading', { level: 2 })).toHaveText('Title');
  await expect(editor.text.locator('p').first()).toHaveText('Good words here');
  await expect(editor.text.locator('a, script, style, [onclick], [onerror]')).toHaveCount(0);
  expect(await nutgraf.window.evaluate(() => 'hurt' in window)).toBe(false);
});

/** The same article in two windows. */
async function twoWindows(nutgraf: NutgrafApp): Promise<readonly [StoryEditor, StoryEditor, Page]> {
  const here = await newArticle(nutgraf, 'One', 'Two');
  await here.headline.fill('A headline');
  await expect(here.saved).toHaveText(/\d/);
  const window = await nutgraf.newWindow();
  const there = editorOf(window);
  await expect(there.headline).toHaveValue('A headline');
  return [here, there, window];
}

// @electron: the stand-in's second window is given the focus by Chromium, which may leave it with the first.
test('a second window shows at once what the first one wrote', { tag: '@electron' }, async ({ nutgraf }) => {
  const [here, there] = await twoWindows(nutgraf);
  await there.headline.fill('Another headline');
  await expect(here.headline).toHaveValue('Another headline');
  await here.blocks.last().click();
  await nutgraf.window.keyboard.press('End');
  await nutgraf.window.keyboard.type(' and more');
  await expect(there.text).toContainText('Two and more');
});

/**
 * Types a headline, and has another writer commit a different one before it is saved. Nothing may wait to be saved
 * before: its save could come between the other writer's look and save.
 */
async function writeAtOnce(editor: StoryEditor, mine: string, theirs: string): Promise<void> {
  await editor.headline.fill(mine);
  await expect(editor.saved).toBeVisible();
  await editor.headline.evaluate(
    async (field, [mine, theirs]) => {
      const listed = await window.nutgraf.articles.list({ view: 'draft' });
      const row = listed.ok ? listed.value.rows[0] : undefined;
      if (!(field instanceof HTMLTextAreaElement) || !row) throw new Error('no draft');
      field.setRangeText(mine, 0, field.value.length);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await window.nutgraf.articles.save({
        id: row.id,
        baseVersion: row.version,
        patch: { headline: theirs },
      });
    },
    [`${mine}, and more`, theirs] as const,
  );
}

for (const { choice, shown, kept } of [
  { choice: 'Keep mine', shown: 'Mine, and more', kept: 'Theirs' },
  { choice: 'Take theirs', shown: 'Theirs', kept: 'Mine, and more' },
] as const) {
  // @electron: for its second window's focus, as above.
  test(
    `two writers of one headline: “${choice}” decides, and the other text is in History`,
    { tag: '@electron' },
    async ({ nutgraf }) => {
      const [here, there] = await twoWindows(nutgraf);
      await writeAtOnce(here, 'Mine', 'Theirs');
      const told = nutgraf.window.getByRole('main').getByText('The headline changed here and, at');
      await expect(told).toBeVisible();
      await expectAccessible(nutgraf, 'two texts to choose from');
      await nutgraf.window.getByRole('button', { name: choice }).click();
      await expect(here.headline).toHaveValue(shown);
      await expect(here.saved).toBeVisible();
      await expect(there.headline).toHaveValue(shown);
      await nutgraf.window.getByRole('tab', { name: 'History' }).click();
      await nutgraf.window
        .getByRole('list', { name: 'Earlier versions' })
        .getByRole('button', { name: kept })
        .click();
      await nutgraf.window.getByRole('button', { name: 'Restore this version' }).click();
      await expect(here.headline).toHaveValue(kept);
    },
  );
}

test('an article in the trash can be read and put back, not changed', async ({ nutgraf }) => {
  const editor = await newArticle(nutgraf, 'One');
  await nutgraf.menu('article.trash');
  await expect(nutgraf.window.getByText('In the trash.')).toBeVisible();
  await expect(editor.text).toHaveAttribute('contenteditable', 'false');
  await nutgraf.window.getByRole('button', { name: 'Put back' }).click();
  await expect(editor.text).toHaveAttribute('contenteditable', 'true');
});
