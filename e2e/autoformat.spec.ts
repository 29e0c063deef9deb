import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { newArticle, type StoryEditor } from './storyEditor';

/** The story's markup without what only the editor needs. */
async function markUp({ text }: StoryEditor): Promise<string> {
  return text.evaluate((story) =>
    story.innerHTML
      .replace(/<br[^>]*>/g, '')
      .replace(/ (?:class|dir|style|data-[\w-]+|target|rel)="[^"]*"/g, '')
      .replaceAll('&nbsp;', ' '),
  );
}

/** The same without the line that the editor keeps at the end for writing. */
async function written(editor: StoryEditor): Promise<string> {
  return (await markUp(editor)).replace(/(?<=.)<p><\/p>$/, '');
}

/** Types into an empty story; `⏎` is the Enter key. */
async function typeAlone(window: Page, editor: StoryEditor, typed: string): Promise<void> {
  await editor.text.focus();
  await window.keyboard.press('Control+a');
  await window.keyboard.press('Delete');
  await window.keyboard.press('Control+Shift+P');
  await expect.poll(() => markUp(editor)).toBe('<p></p>');
  await typeOn(window, typed);
}

async function typeOn(window: Page, typed: string): Promise<void> {
  for (const key of typed) {
    if (key === '⏎') await window.keyboard.press('Enter');
    else await window.keyboard.type(key);
  }
}

/** Text that is typed and stays as it was typed. */
const kept = [
  '5 * 3 * 2 is 30',
  '2*3*4 and 2 *3 * 4',
  '2024. A year',
  '3. Not the first',
  'snake_case_words and _one sign',
  '# A lone sign',
  '#',
  '-',
  '>',
  '1.',
  '* ',
  'Files *.txt, *.md and so on',
  'A ~ b ~~ c ~~ d',
  'a == b and b == c',
  'Five` feet, six`` inches',
  'Booking.com and readme.md are names',
];

/** Formatting as it is typed, key by key, and what undoing it gives. */
const meant = [
  ['## ', '<h2></h2>'],
  ['#### ', '<h4></h4>'],
  ['> ', '<blockquote><p></p></blockquote>'],
  ['- ', '<ul><li><p></p></li></ul>'],
  ['+ ', '<ul><li><p></p></li></ul>'],
  ['1. ', '<ol><li><p></p></li></ol>'],
  ['---', '<hr contenteditable="false">'],
  ['A **word**', '<p>A <strong>word</strong></p>'],
  ['(_two words_', '<p>(<em>two words</em></p>'],
  ['~~gone~~', '<p><s>gone</s></p>'],
  ['`code`', '<p><code>code</code></p>'],
  ['It ==rains==', '<p>It <mark>rains</mark></p>'],
  ['See www.site.example/a, ', '<p>See <a href="https://www.site.example/a">www.site.example/a</a>, </p>'],
] as const;

test('typed text stays as typed unless formatting is meant, which one key undoes', async ({ nutgraf }) => {
  const { window } = nutgraf;
  const editor = await newArticle(nutgraf);
  for (const typed of kept) {
    await typeAlone(window, editor, typed === '* ' ? 'x * ' : typed);
    const plain = `<p>${(typed === '* ' ? 'x * ' : typed).replaceAll('>', '&gt;')}</p>`;
    expect(await markUp(editor)).toBe(plain);
    await window.keyboard.press('Enter');
    expect(await markUp(editor)).toBe(`${plain}<p></p>`);
  }
  for (const key of ['Backspace', 'Control+z']) {
    for (const [typed, formatted] of meant) {
      await typeAlone(window, editor, typed);
      await expect.poll(() => written(editor)).toBe(formatted);
      await window.keyboard.press(key);
      expect(await markUp(editor)).toBe(`<p>${typed.replaceAll('>', '&gt;')}</p>`);
      await window.keyboard.type('x');
      expect(await markUp(editor)).toBe(`<p>${typed.replaceAll('>', '&gt;')}x</p>`);
    }
  }
});

test('a list continues the one before, Enter links an address, and a setting turns formatting off', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  const editor = await newArticle(nutgraf);
  await typeAlone(window, editor, '1. One⏎Two⏎⏎Between⏎4. ');
  const list = '<ol><li><p>One</p></li><li><p>Two</p></li></ol><p>Between</p>';
  expect(await written(editor)).toBe(`${list}<p>4. </p>`);
  await window.keyboard.press('Backspace');
  await window.keyboard.press('Backspace');
  await window.keyboard.press('Backspace');
  await typeOn(window, '3. ');
  await expect.poll(() => written(editor)).toBe(`${list}<ol start="3"><li><p></p></li></ol>`);

  for (const signs of ['* * *', '- - -', '+ + + News']) {
    await typeAlone(window, editor, signs);
    expect(await written(editor)).toBe(`<p>${signs}</p>`);
  }

  await typeAlone(window, editor, 'https://site.example⏎');
  const linked = '<p><a href="https://site.example">https://site.example</a></p><p></p>';
  await expect.poll(() => markUp(editor)).toBe(linked);
  await window.keyboard.press('Backspace');
  expect(await markUp(editor)).toBe('<p>https://site.example</p><p></p>');

  await nutgraf.menu('format.autoformat');
  const isTicked = () =>
    nutgraf.app.evaluate(
      ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('format.autoformat')?.checked,
    );
  await expect.poll(isTicked).toBe(false);
  for (const [typed] of meant) {
    await typeAlone(window, editor, typed);
    expect(await markUp(editor)).toBe(`<p>${typed.replaceAll('>', '&gt;')}</p>`);
  }
  await nutgraf.relaunch();
  await expect.poll(isTicked).toBe(false);
});
