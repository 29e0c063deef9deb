import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { type NutgrafApp, expect, test } from './fixtures';
import { isShownWhole, onlyInk } from './glyphInk';
import { dropImage } from './images';
import { editorOf } from './storyEditor';

/** Letters whose marks reach far above and below them: a clipped ई looks like इ. */
const samples = ['नई ऊँ', 'أُمَّةٌ إِ', 'ẾỖ Ị', 'ดื่ม ญู'] as const;
const words = samples.join(' ');
/** Short enough for the rail. */
const sectionName = 'नई أُ ẾỊ ญู';
const tag = (text: string): string => text.replaceAll(' ', '');

const story = `---
headline: ${words}
standfirst: ${words}
kicker: ${words}
byline: ${words}
dateline: ${words}
section: ${sectionName}
hashtags: [${samples.map(tag).join(', ')}]
---

${words}

## ${words}

### ${words}

#### ${words}

> ${words}

- ${words}

1. ${words}

**${words}**

*${words}*

[${words}](https://press.example/)
`;

async function importStory(nutgraf: NutgrafApp): Promise<void> {
  const file = path.join(nutgraf.folder, 'marks.md');
  await writeFile(file, story);
  await nutgraf.openDialogReturns(file);
  await nutgraf.menu('import.files');
  await expect(editorOf(nutgraf.window).headline).toHaveValue(words);
  const editor = editorOf(nutgraf.window);
  await expect(editor.chips).toHaveCount(samples.length);
  await dropImage(editor.blocks.last());
  for (const name of ['Caption', 'Credit', 'Alternative text'])
    await editor.text.getByRole('textbox', { name }).fill(words);
  await editor.addHashtag.fill('');
  await expect(editor.saved).toBeVisible();
}

type Places = readonly (readonly [name: string, place: Locator])[];

function inTheFields(window: Page): Places {
  const main = window.getByRole('main');
  const inspector = window.getByRole('complementary', { name: 'Inspector' });
  const both = ['Kicker', 'Byline', 'Dateline'];
  const fields = ['Headline', 'Standfirst', ...both, 'Caption', 'Credit', 'Alternative text'];
  return [
    ...fields.map((name) => [name, main.getByRole('textbox', { name })] as const),
    ...both.map((name) => [`${name}, in the inspector`, inspector.getByRole('textbox', { name })] as const),
    ['Section', main.getByRole('combobox', { name: 'Section' })],
    ['Section, in the inspector', inspector.getByRole('combobox', { name: 'Section' })],
  ];
}

function inTheText(window: Page): Places {
  const { text, chips } = editorOf(window);
  const blocks = ['p', 'h2', 'h3', 'h4', 'blockquote p', 'ul p', 'ol p', 'strong', 'em', 'a'];
  return [
    ...blocks.map((block) => [`text: ${block}`, text.locator(block).first()] as const),
    ...samples.map((_, index) => [`chip ${index + 1}`, chips.nth(index)] as const),
  ];
}

function inTheLists(window: Page): Places {
  const row = window.getByRole('listbox', { name: 'Drafts' }).getByRole('option').first();
  return [
    ['headline in the list', row.locator('[dir]').first()],
    ['summary in the list', row.locator('[dir]').last()],
    ['section in the list', row.getByText(sectionName)],
    ['section in the rail', window.getByRole('navigation', { name: 'Library' }).getByText(sectionName)],
  ];
}

/** What opens over the window, one after another. */
const overlays: Readonly<Record<string, (nutgraf: NutgrafApp) => Promise<Places>>> = {
  palette: async (nutgraf) => {
    await nutgraf.menu('palette.open');
    const dialog = nutgraf.window.getByRole('dialog');
    await dialog.getByRole('combobox').fill(words);
    const article = dialog.getByRole('option').getByText(words);
    await expect(dialog.getByRole('option')).toHaveCount(1);
    await expect(article).toBeVisible();
    return [
      ['field of the palette', dialog.getByRole('combobox')],
      ['article in the palette', article],
    ];
  },
  sections: async (nutgraf) => {
    await nutgraf.menu('sections.edit');
    const dialog = nutgraf.window.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name of a new section' }).fill(words);
    return [
      ['name of a section', dialog.getByRole('textbox', { name: `Name of ${sectionName}` })],
      ['name of a new section', dialog.getByRole('textbox', { name: 'Name of a new section' })],
    ];
  },
  'an earlier text': async ({ window }) => {
    await window.getByRole('tab', { name: 'History' }).click();
    await window.getByRole('list', { name: 'Earlier versions' }).getByRole('button').first().click();
    const dialog = window.getByRole('dialog');
    return [
      ['headline of an earlier text', dialog.getByRole('heading', { name: words }).first()],
      ['standfirst of an earlier text', dialog.locator('.standfirst')],
      ['crosshead of an earlier text', dialog.locator('.story-preview h2').last()],
    ];
  },
};

for (const factor of [1, 1.25]) {
  // @electron: Electron alone zooms a page as a whole.
  test(
    `no glyph of any script is clipped, at ${factor * 100} %`,
    { tag: '@electron' },
    async ({ nutgraf }) => {
      test.setTimeout(240_000);
      const { window } = nutgraf;
      await nutgraf.app.evaluate(({ BrowserWindow }, by) => {
        const [first] = BrowserWindow.getAllWindows();
        first?.setContentSize(1600, 1000);
        first?.webContents.setZoomFactor(by);
      }, factor);
      await importStory(nutgraf);
      const cut: string[] = [];
      const look = async (places: Places): Promise<void> => {
        for (const [place, locator] of places) {
          const told = await isShownWhole(locator);
          if (told !== null) cut.push(`${place}: ${told}`);
        }
      };
      await onlyInk(window);
      await look([...inTheFields(window), ...inTheText(window), ...inTheLists(window)]);
      for (const open of Object.values(overlays)) {
        await look(await open(nutgraf));
        await window.keyboard.press('Escape');
        await expect(window.getByRole('dialog')).toBeHidden();
      }
      const search = window.getByRole('searchbox');
      await search.fill(words);
      await look([['the search', search]]);
      expect(cut).toEqual([]);
    },
  );
}
