import { expect, test } from './fixtures';
import { editorOf, newArticle } from './storyEditor';

test('what is typed is saved by itself though the clock is set back a day before the save was due', async ({
  desk,
}) => {
  const editor = await newArticle(desk, 'Words before.');
  await expect(editor.saved).toBeVisible();
  await editor.text.evaluate((text) => {
    const setBack = (): void => {
      const { now } = Date;
      Date.now = () => now() - 86_400_000;
    };
    // Behind the last key, once the editor has heard of it: no later one makes the save due anew.
    text.addEventListener('input', () => {
      if (text.textContent.endsWith('after.')) queueMicrotask(setBack);
    });
  });
  await desk.window.keyboard.type(' Words after.');
  await expect(editor.saved).toBeVisible();
  await desk.kill();
  await desk.launch();
  await desk.window.getByRole('listbox', { name: 'Drafts' }).getByRole('option').click();
  await expect(editorOf(desk.window).text).toHaveText('Words before. Words after.');
});
