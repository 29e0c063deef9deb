import type { Page } from '@playwright/test';
import { composedWords, type InputMethod, inputMethod } from './composing';
import { expect, test } from './fixtures';
import { dropImage } from './images';
import { newArticle, shown, type StoryEditor } from './storyEditor';

/** Goes to where a word is to be composed, in an article of its own. Answers the blocks that it then stands among. */
interface Place {
  readonly name: string;
  readonly go: (window: Page, editor: StoryEditor) => Promise<void>;
  readonly blocks: (word: string) => readonly string[];
}

const places: readonly Place[] = [
  {
    name: 'the first word of a new article',
    go: async (_window, editor) => editor.text.focus(),
    blocks: (word) => [word],
  },
  {
    name: 'after Enter',
    go: async ({ keyboard }, editor) => {
      await editor.text.focus();
      await keyboard.type('One');
      await keyboard.press('Enter');
    },
    blocks: (word) => ['One', word],
  },
  {
    name: 'in a list',
    go: async ({ keyboard }, editor) => {
      await editor.text.focus();
      await keyboard.type('- one');
      await keyboard.press('Enter');
    },
    blocks: (word) => [`one${word}`],
  },
  {
    name: 'in a quote',
    go: async ({ keyboard }, editor) => {
      await editor.text.focus();
      await keyboard.type('> ');
    },
    blocks: (word) => [word],
  },
  {
    name: 'in a crosshead, in front of a word',
    go: async ({ keyboard }, editor) => {
      await editor.text.focus();
      await keyboard.type('## word');
      await keyboard.press('Home');
    },
    blocks: (word) => [`${word}word`],
  },
  {
    name: 'over a selection across blocks',
    go: async ({ keyboard }, editor) => {
      await editor.text.focus();
      for (const line of ['First', 'Second', 'Third']) {
        await keyboard.type(line);
        if (line !== 'Third') await keyboard.press('Enter');
      }
      await keyboard.press('ArrowLeft');
      await keyboard.press('Shift+ArrowUp');
      await keyboard.press('Shift+ArrowUp');
      await keyboard.press('Shift+Home');
    },
    blocks: (word) => [`${word}d`],
  },
  {
    name: 'over the whole text',
    go: async ({ keyboard }, editor) => {
      await editor.text.focus();
      await keyboard.type('First');
      await keyboard.press('Enter');
      await keyboard.type('## Second');
      await keyboard.press('Control+a');
    },
    blocks: (word) => [word],
  },
];

/** The blocks that say something: under a list or a crosshead an empty one waits. */
async function written(editor: StoryEditor): Promise<readonly string[]> {
  return (await shown(editor)).filter((text) => text !== '');
}

for (const { name, go, blocks } of places)
  test(`a word is composed ${name}`, async ({ desk }) => {
    const { window } = desk;
    const method = await inputMethod(window);
    for (const composed of composedWords) {
      const editor = await newArticle(desk);
      await go(window, editor);
      await method.compose(composed);
      await expect(editor.text, composed.by).toContainText(composed.word);
      expect(await written(editor), composed.by).toEqual(blocks(composed.word));
      await window.keyboard.type('!');
      expect(await written(editor), `${composed.by}, typed on`).toEqual(blocks(`${composed.word}!`));
      await expect(editor.saved).toBeVisible();
    }
  });

test('a word is composed after an image, and with one selected', async ({ desk }) => {
  const { window } = desk;
  const method = await inputMethod(window);
  for (const composed of composedWords) {
    const editor = await newArticle(desk, 'One', 'Two');
    await dropImage(editor.blocks.first());
    await expect(editor.text.locator('img')).toHaveJSProperty('naturalWidth', 1);
    await editor.blocks.last().click();
    await window.keyboard.press('Home');
    await method.compose(composed);
    await expect(editor.blocks.last(), composed.by).toHaveText(`${composed.word}Two`);

    await editor.text.locator('.figure-image').click();
    await method.takeKey();
    await method.compose(composed);
    await expect(editor.text.locator('img'), composed.by).toBeVisible();
    await expect(editor.blocks.nth(2), composed.by).toHaveText(composed.word);
    await expect(editor.blocks, composed.by).toHaveCount(4);
    await expect(editor.saved).toBeVisible();
  }
});

/** Composes each word at the end of a field, in which a word and a space stand already. */
async function composeInField(
  window: Page,
  method: InputMethod,
  label: string,
  within: string,
): Promise<void> {
  const field = window.locator(within).getByRole('textbox', { name: label, exact: true });
  let text = '';
  await field.focus();
  for (const composed of composedWords) {
    await method.compose(composed);
    await window.keyboard.type(' ');
    text += `${composed.word} `;
    await expect(field, `${label}, ${composed.by}`).toHaveValue(text);
  }
  await window.keyboard.press('Home');
  for (const [index, composed] of composedWords.entries()) {
    await method.compose(composed);
    const front = composedWords.slice(0, index + 1).map(({ word }) => word);
    await expect(field, `${label}, in front, ${composed.by}`).toHaveValue(front.join('') + text);
  }
}

test('words are composed in every field of the head and the inspector', async ({ desk }) => {
  const { window } = desk;
  const method = await inputMethod(window);
  for (const label of ['Headline', 'Standfirst', 'Kicker', 'Byline', 'Dateline']) {
    await newArticle(desk);
    await composeInField(window, method, label, '.story-head');
  }
  for (const label of ['Kicker', 'Byline', 'Dateline']) {
    await newArticle(desk);
    await composeInField(window, method, label, '[data-pane=inspector]');
  }
});

test('words are composed in the fields of an image', async ({ desk }) => {
  const { window } = desk;
  const method = await inputMethod(window);
  const editor = await newArticle(desk, 'One', 'Two');
  await dropImage(editor.blocks.first());
  await expect(editor.text.locator('img')).toHaveJSProperty('naturalWidth', 1);
  for (const label of ['Caption', 'Credit', 'Alternative text'])
    await composeInField(window, method, label, '.figure-box');
  await expect(editor.saved).toBeVisible();
  expect((await shown(editor)).at(-1)).toBe('Two');
});

test('a hashtag that is being composed becomes a chip when it is ended, and not before', async ({ desk }) => {
  const { window } = desk;
  const { keyboard } = window;
  const method = await inputMethod(window);
  const editor = await newArticle(desk);
  await editor.addHashtag.focus();
  const words: string[] = [];
  for (const composed of composedWords) {
    for (const step of composed.steps) {
      await method.show(step);
      await expect(editor.addHashtag, composed.by).toHaveValue(step);
      await expect(editor.chips, composed.by).toHaveCount(words.length);
    }
    await method.put(composed.word);
    await expect(editor.addHashtag, composed.by).toHaveValue(composed.word);
    await keyboard.press('Enter');
    words.push(composed.word);
    await expect(editor.chips, composed.by).toHaveText(words.map((word) => `#${word}`));
  }
});
