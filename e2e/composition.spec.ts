import type { Locator, Page } from '@playwright/test';
import { type Composed, composedWords, type InputMethod, inputMethod } from './composing';
import { expect, test } from './fixtures';
import { dropImage } from './images';
import { openPalette } from './palette';
import { editorOf, newArticle, shown, type StoryEditor } from './storyEditor';

/** Goes to where a word is to be composed, in an article of its own. Returns the blocks that surround it. */
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
    name: 'in highlighted words',
    go: async ({ keyboard }, editor) => {
      await editor.text.focus();
      await keyboard.type('==one');
      await keyboard.type('two==');
      await expect(editor.text.locator('mark')).toHaveText('onetwo');
      for (const _letter of 'two') await keyboard.press('ArrowLeft');
    },
    blocks: (word) => [`one${word}two`],
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

/** The blocks with text: under a list or a crosshead an empty one waits. */
async function written(editor: StoryEditor): Promise<readonly string[]> {
  return (await shown(editor)).filter((text) => text !== '');
}

for (const [turn, { name, go, blocks }] of places.entries())
  test(`a word is composed ${name}`, async ({ nutgraf }) => {
    const { window } = nutgraf;
    const method = await inputMethod(window);
    for (const composed of wordsOf(turn)) {
      const editor = await newArticle(nutgraf);
      await go(window, editor);
      await method.compose(composed);
      await expect(editor.text, composed.by).toContainText(composed.word);
      await expect.poll(() => written(editor), composed.by).toEqual(blocks(composed.word));
      await window.keyboard.type('!');
      await expect
        .poll(() => written(editor), `${composed.by}, typed on`)
        .toEqual(blocks(`${composed.word}!`));
    }
  });

/** Every word for the first place, which is the hardest; half of them, in turn, for each other one. */
function wordsOf(turn: number): readonly Composed[] {
  return composedWords.filter((_word, index) => turn === 0 || index % 2 === turn % 2);
}

test('a word is composed after an image, and with one selected', async ({ nutgraf }) => {
  const { window } = nutgraf;
  const method = await inputMethod(window);
  for (const composed of wordsOf(1)) {
    const editor = await newArticle(nutgraf, 'One', 'Two');
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

/** Composes words at the end of a field, after its text, and then one before it. */
async function composeIn(window: Page, method: InputMethod, field: Locator, name: string): Promise<void> {
  await field.focus();
  let text = await field.inputValue();
  const caretAt = async (place: number): Promise<void> =>
    field.evaluate(
      (control: HTMLInputElement | HTMLTextAreaElement, at) => control.setSelectionRange(at, at),
      place,
    );
  await caretAt(text.length);
  for (const composed of composedWords) {
    await method.compose(composed);
    await window.keyboard.type(' ');
    text += `${composed.word} `;
    await expect(field, `${name}, ${composed.by}`).toHaveValue(text);
  }
  await caretAt(0);
  await method.compose({ steps: ['か', 'かん'], word: '漢字' });
  await expect(field, `${name}, in front`).toHaveValue(`漢字${text}`);
}

test('words are composed in every field of the head, the inspector and an image', async ({ nutgraf }) => {
  const { window } = nutgraf;
  const method = await inputMethod(window);
  const editor = await newArticle(nutgraf, 'One', 'Two');
  await dropImage(editor.blocks.first());
  await expect(editor.text.locator('img')).toHaveJSProperty('naturalWidth', 1);
  const fields = {
    '.story-head': ['Headline', 'Standfirst', 'Kicker', 'Byline', 'Dateline'],
    '[data-pane=inspector]': ['Kicker', 'Byline', 'Dateline', 'Slug'],
    '.figure-box': ['Caption', 'Credit', 'Alternative text'],
  };
  for (const [within, labels] of Object.entries(fields)) {
    for (const label of labels) {
      const field = window.locator(within).getByRole('textbox', { name: label, exact: true });
      await composeIn(window, method, field, label);
    }
  }
  await expect(editor.saved).toBeVisible();
  expect((await shown(editor)).at(-1)).toBe('Two');
});

test('words are composed in the search, the palette, a link’s address and the fields of dialogs', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  const method = await inputMethod(window);
  const editor = await newArticle(nutgraf, 'Some words');
  const box = (name: string): Locator => window.getByRole('textbox', { name, exact: true });
  await composeIn(window, method, window.getByRole('searchbox', { name: 'Search articles' }), 'search');
  await window.keyboard.press('Escape');
  await composeIn(window, method, (await openPalette(nutgraf)).getByRole('combobox'), 'palette');
  await window.keyboard.press('Escape');
  await editor.text.focus();
  await window.keyboard.press('Control+a');
  await window.keyboard.press('Control+Shift+K');
  await composeIn(window, method, box('Address'), 'link');
  await window.keyboard.press('Escape');
  await nutgraf.menu('sections.edit');
  for (const name of ['Name of a new section', 'Name of Culture'])
    await composeIn(window, method, box(name), name);
  await window.keyboard.press('Escape');
  await window.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await nutgraf.menu('cms.addAccount');
  for (const name of ['Site', 'User']) await composeIn(window, method, box(name), name);
  await window.keyboard.press('Escape');
  await expect.poll(() => shown(editor)).toEqual(['Some words']);
});

test('a hashtag being composed becomes a chip when the composition ends, and not before', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  const { keyboard } = window;
  const method = await inputMethod(window);
  const editor = await newArticle(nutgraf);
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

test('a key that an input method takes does nothing else', async ({ nutgraf }) => {
  const { window } = nutgraf;
  const method = await inputMethod(window);
  const editor = await newArticle(nutgraf, 'Some words');
  const keys = ['Enter', 'Escape', 'Tab', 'Backspace', 'ArrowDown', 'ArrowLeft'];
  const stays = async (field: Locator, name: string): Promise<void> => {
    await expect(field, name).toBeFocused();
    await method.show('か');
    for (const key of keys) {
      await method.takeKey(key);
      await expect(field, `${name}, ${key}`).toBeFocused();
      await expect(field, `${name}, ${key}`).toHaveValue('か');
    }
    await method.put('');
  };
  await editor.addHashtag.focus();
  await method.compose({ steps: ['し'], word: '新聞' });
  await window.keyboard.press('Enter');
  await stays(editor.addHashtag, 'hashtags');
  await expect(editor.chips).toHaveText(['#新聞']);
  await editor.headline.focus();
  await stays(editor.headline, 'headline');
  const search = window.getByRole('searchbox', { name: 'Search articles' });
  await search.focus();
  await stays(search, 'search');
  await stays((await openPalette(nutgraf)).getByRole('combobox'), 'palette');
  await window.keyboard.press('Escape');
  await editor.text.focus();
  await window.keyboard.press('Control+a');
  await window.keyboard.press('Control+Shift+K');
  await stays(window.getByRole('textbox', { name: 'Address' }), 'link');
});

test('what another writer saves is shown after the composition, and neither text is lost', async ({
  nutgraf,
}) => {
  const here = await newArticle(nutgraf, 'One', 'Two');
  await here.headline.fill('A headline');
  await expect(here.saved).toHaveText(/\d/);
  const there = editorOf(await nutgraf.newWindow());
  await expect(there.headline).toHaveValue('A headline');
  await expect(there.text).toContainText('Two');
  await nutgraf.window.bringToFront();
  const method = await inputMethod(nutgraf.window);
  await here.blocks.first().click();
  await nutgraf.window.keyboard.press('End');
  await method.show('か');
  await expect(there.text).toContainText('Oneか');
  await there.text.evaluate(async () => {
    const listed = await window.nutgraf.articles.list({ view: 'draft' });
    const row = listed.ok ? listed.value.rows[0] : undefined;
    const read = row && (await window.nutgraf.articles.get({ id: row.id }));
    if (!row || !read?.ok) throw new Error('no draft');
    const text = JSON.stringify(read.value.body).replace('"Two"', '"Two and theirs"');
    const patch = { headline: 'Their headline', body: text };
    await window.nutgraf.articles.save({ id: row.id, baseVersion: read.value.version, patch });
  });
  await expect(nutgraf.window.locator('[data-pane=list]')).toContainText('Their headline');
  expect(await shown(here)).toEqual(['Oneか', 'Two']);
  await method.show('かん');
  await method.put('漢字');
  await expect(here.text).toContainText('Two and theirs');
  await expect.poll(() => shown(here)).toEqual(['One漢字', 'Two and theirs']);
  await expect(here.headline).toHaveValue('Their headline');
  await expect(there.text).toContainText('One漢字');
  await expect(there.text).toContainText('Two and theirs');
});
