import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './axe';
import { type NutgrafApp, expect, test } from './fixtures';
import { paste } from './pasting';
import { editorOf, newArticle } from './storyEditor';

/** The Markdown of the open article without its front matter, exported through the menu. */
async function exportedStory(nutgraf: NutgrafApp): Promise<string> {
  const folder = await mkdtemp(path.join(nutgraf.folder, 'export-'));
  await nutgraf.openDialogReturns(folder);
  await nutgraf.menu('export.dialog');
  const dialog = nutgraf.window.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'Markdown' }).check();
  await dialog.getByRole('button', { name: 'Choose a folder and export…' }).click();
  await expect(dialog.getByRole('status')).toHaveText('1 article written.');
  await dialog.getByRole('button', { name: 'Done' }).click();
  const name = (await readdir(folder)).find((file) => file.endsWith('.md')) ?? '';
  return readFile(path.join(folder, name), 'utf8');
}

test('code is typed line by line, left by three Enters, kept and exported as it is', async ({ nutgraf }) => {
  const editor = await newArticle(nutgraf, 'Before.');
  const { keyboard } = nutgraf.window;
  const code = editor.text.locator('pre');
  await keyboard.press('Enter');
  await keyboard.type('```js');
  await keyboard.press('Enter');
  await expect(code).toHaveCount(1);
  await keyboard.type('if (a) {');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.type('## **b** https://site.example/a - c');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('}');
  const lines = 'if (a) {\n  ## **b** https://site.example/a - c\n\n}';
  await expect.poll(() => code.textContent()).toBe(lines);
  await expect(code).toHaveJSProperty('spellcheck', false);
  for (let press = 0; press < 3; press += 1) await keyboard.press('Enter');
  await keyboard.type('After.');
  await expect(editor.text.locator(':scope > p').filter({ hasText: 'After.' })).toHaveCount(1);
  await expect.poll(() => code.textContent()).toBe(lines);

  await expect(editor.saved).toHaveText(/^Saved/);
  expect(await exportedStory(nutgraf)).toContain(`Before.\n\n\`\`\`js\n${lines}\n\`\`\`\n\nAfter.\n`);
  await nutgraf.relaunch();
  await expect.poll(() => editorOf(nutgraf.window).text.locator('pre').textContent()).toBe(lines);
});

test('keys and the menu make a code block and take it back; Tab indents it, and leaves it after Escape', async ({
  nutgraf,
}) => {
  const editor = await newArticle(nutgraf, 'One', 'Two');
  const { keyboard } = nutgraf.window;
  const code = editor.text.locator('pre');
  await nutgraf.menu('format.codeBlock');
  await expect(code).toHaveText('Two');
  await keyboard.press('End');
  await keyboard.press('Tab');
  await expect.poll(() => code.textContent()).toBe('Two  ');
  await nutgraf.menu('format.codeBlock');
  await expect(code).toHaveCount(0);

  await keyboard.press('Enter');
  await keyboard.type('``` ');
  await expect(code).toHaveCount(1);
  await keyboard.press('Backspace');
  await expect(editor.text).toContainText('```');
  await expect(code).toHaveCount(0);
  await keyboard.press('Backspace');
  await keyboard.type(' ');
  await expect(code).toHaveCount(1);
  await keyboard.type('a');
  await keyboard.press('Backspace');
  await keyboard.press('Backspace');
  await expect(code).toHaveCount(0);

  await keyboard.type('``` ');
  await expect(code).toHaveCount(1);
  await keyboard.press('Escape');
  await keyboard.press('Tab');
  await expect(editor.text).not.toBeFocused();
  await expect.poll(() => code.textContent()).toBe('');
});

test('what is pasted into code is plain text, and code too wide for the window scrolls in its block', async ({
  nutgraf,
}) => {
  const editor = await newArticle(nutgraf, 'Before.');
  const { keyboard } = nutgraf.window;
  const code = editor.text.locator('pre');
  await keyboard.press('Enter');
  await keyboard.type('``` ');
  await expect(code).toHaveCount(1);
  const wide = `- ${'x'.repeat(300)}\n\tb`;
  await paste(nutgraf, { text: wide, html: '<ul><li><b>x</b></li></ul>' });
  await expect.poll(() => code.textContent()).toBe(wide);
  expect(await code.evaluate((pre) => pre.scrollWidth > pre.clientWidth)).toBe(true);
  const page = await nutgraf.window.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  expect(page).toBe(true);
  await keyboard.press('ArrowUp');
  await keyboard.press('End');
  await expect.poll(() => code.evaluate((pre) => pre.scrollLeft)).toBeGreaterThan(1000);
  await keyboard.press('Home');
  await expect.poll(() => code.evaluate((pre) => pre.scrollLeft)).toBeLessThan(20);
  await expectAccessible(nutgraf, 'code while it is written');
});
