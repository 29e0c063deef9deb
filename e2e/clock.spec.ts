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
    // The first key has made the save due, half a second later; the second comes before that.
    const onSecondKey = (): void => text.addEventListener('input', setBack, { once: true });
    text.addEventListener('input', onSecondKey, { once: true });
  });
  await desk.window.keyboard.type(' Words after.', { delay: 60 });
  await expect(editor.saved).toBeVisible();
  await desk.kill();
  await desk.launch();
  await desk.window.getByRole('listbox', { name: 'Drafts' }).getByRole('option').click();
  await expect(editorOf(desk.window).text).toHaveText('Words before. Words after.');
});
