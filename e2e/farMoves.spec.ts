import { expect, test } from './fixtures';
import { newArticle, shown } from './storyEditor';

test('in a story of many screens the caret goes where a key says, and a selection reaches its end', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  const { keyboard } = window;
  const sentence = 'The tide turns at six, and whoever is out by then comes home with the flood.';
  const paragraphs = Array.from({ length: 60 }, (_, index) => `${index}. ${sentence} ${sentence}`);
  const editor = await newArticle(nutgraf, ...paragraphs);
  await keyboard.press('Control+Home');
  await expect(editor.blocks.first()).toBeInViewport();
  await keyboard.press('Control+End');
  await keyboard.press('Enter');
  await keyboard.type('The end.');
  expect((await shown(editor)).at(-1)).toBe('The end.');

  await keyboard.press('Control+Home');
  await expect(editor.blocks.first()).toBeInViewport();
  await keyboard.press('Control+Shift+End');
  const selected = await window.evaluate(() => getSelection()?.toString() ?? '');
  expect(selected.startsWith('0. The tide')).toBe(true);
  expect(selected.endsWith('The end.')).toBe(true);

  await keyboard.press('Control+Home');
  for (let page = 0; page < 3; page += 1) await keyboard.press('PageDown');
  await keyboard.press('End');
  await keyboard.type('|');
  const marked = (await shown(editor)).findIndex((text) => text.includes('|'));
  expect(marked).toBeGreaterThan(3);
  await expect(editor.blocks.nth(marked)).toBeInViewport();
  await expect(editor.text).not.toHaveClass(/is-laid-out/);
});
