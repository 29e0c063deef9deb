import type { Locator } from '@playwright/test';
import { type NutgrafApp, expect, test } from './fixtures';
import { dropImage } from './images';
import { editorOf, newArticle, shown, type StoryEditor } from './storyEditor';

interface Fields {
  readonly editor: StoryEditor;
  readonly caption: Locator;
  readonly credit: Locator;
  readonly alt: Locator;
}

/** A new article whose text begins with these paragraphs and then shows an image. */
async function articleWithImage(nutgraf: NutgrafApp, ...paragraphs: readonly string[]): Promise<Fields> {
  const editor = await newArticle(nutgraf, ...paragraphs);
  await dropImage(editor.blocks.last());
  await expect(editor.text.locator('img')).toHaveJSProperty('naturalWidth', 1);
  const field = (name: string) => editor.text.getByRole('textbox', { name, exact: true });
  return { editor, caption: field('Caption'), credit: field('Credit'), alt: field('Alternative text') };
}

test('words typed into the middle of a caption, key by key, stay in order', async ({ nutgraf }) => {
  const { editor, caption, credit } = await articleWithImage(nutgraf, 'One');
  const { keyboard } = nutgraf.window;
  await caption.focus();
  await keyboard.type('The pier at dusk');
  for (let step = 0; step < ' at dusk'.length; step += 1) await keyboard.press('ArrowLeft');
  await keyboard.type(', the third of its kind,');
  await expect(caption).toHaveValue('The pier, the third of its kind, at dusk');
  await keyboard.press('Backspace');
  await keyboard.press('Home');
  await keyboard.press('Shift+End');
  await keyboard.press('Control+c');
  await credit.focus();
  await keyboard.press('Control+v');
  await expect(credit).toHaveValue('The pier, the third of its kind at dusk');
  await expect(editor.saved).toBeVisible();
  await nutgraf.relaunch();
  const again = editorOf(nutgraf.window).text.getByRole('textbox', { name: 'Caption' });
  await expect(again).toHaveValue('The pier, the third of its kind at dusk');
});

test('Enter and the arrows lead from field to field and into the text', async ({ nutgraf }) => {
  const { editor, caption, credit, alt } = await articleWithImage(nutgraf, 'One');
  const { keyboard } = nutgraf.window;
  await caption.focus();
  await keyboard.type('Caption');
  await keyboard.press('Enter');
  await expect(credit).toBeFocused();
  await keyboard.type('Credit');
  await keyboard.press('ArrowDown');
  await expect(alt).toBeFocused();
  await keyboard.type('Alt');
  await keyboard.press('Enter');
  await expect(editor.text).toBeFocused();
  await keyboard.type('Two');
  await expect.poll(() => shown(editor)).toEqual(['One', 'Image: Alt', 'Two']);

  await alt.focus();
  await keyboard.press('Home');
  await keyboard.press('ArrowLeft');
  await expect(credit).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(alt).toBeFocused();
  await caption.focus();
  await keyboard.press('ArrowUp');
  await expect(editor.text).toBeFocused();
  await keyboard.type('!');
  await expect.poll(() => shown(editor)).toEqual(['One!', 'Image: Alt', 'Two']);
});

test('the text’s commands do not apply to a field in it', async ({ nutgraf }) => {
  const { caption, editor } = await articleWithImage(nutgraf, 'One');
  await editor.blocks.first().click();
  await expect.poll(() => nutgraf.isEnabled('format.bold')).toBe(true);
  await caption.focus();
  await expect.poll(() => nutgraf.isEnabled('format.bold')).toBe(false);
  await nutgraf.window.keyboard.press('Control+b');
  await expect(caption).toBeFocused();
});
