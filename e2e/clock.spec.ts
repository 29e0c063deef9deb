import { expect, test } from './fixtures';
import { editorOf, newArticle } from './storyEditor';

test('typed text is saved although the clock is set back a day before the save was due', async ({
  nutgraf,
}) => {
  const editor = await newArticle(nutgraf, 'Words before.');
  await expect(editor.saved).toBeVisible();
  await editor.text.evaluate((text) => {
    const setBack = (): void => {
      const { now } = Date;
      Date.now = () => now() - 86_400_000;
    };
    // After the last key, once the editor has seen it: no later key changes when the save is due.
    text.addEventListener('input', () => {
      if (text.textContent.endsWith('after.')) queueMicrotask(setBack);
    });
  });
  await nutgraf.window.keyboard.type(' Words after.');
  await expect(editor.saved).toBeVisible();
  await nutgraf.kill();
  await nutgraf.launch();
  await nutgraf.window.getByRole('listbox', { name: 'Drafts' }).getByRole('option').click();
  await expect(editorOf(nutgraf.window).text).toHaveText('Words before. Words after.');
});
