import type { Locator, Page } from '@playwright/test';
import { type NutgrafApp, expect } from './fixtures';

/** The parts of one window that a user writes in. */
export function editorOf(window: Page) {
  const text = window.getByRole('textbox', { name: 'Story text' });
  return {
    text,
    blocks: text.locator(':scope > *'),
    headline: window.getByRole('textbox', { name: 'Headline' }),
    standfirst: window.getByRole('textbox', { name: 'Standfirst' }),
    section: window.getByRole('main').getByRole('combobox', { name: 'Section' }),
    hashtags: window.getByRole('group', { name: 'Hashtags' }),
    chips: window.getByRole('group', { name: 'Hashtags' }).locator('.hashtag'),
    addHashtag: window.getByRole('combobox', { name: 'Add hashtag' }),
    slots: text.getByRole('group', { name: /^Advertisement slot/ }),
    saved: window.locator('[data-saving=settled]'),
  };
}

export type StoryEditor = ReturnType<typeof editorOf>;

/**
 * A new article from the menu, with paragraphs in its text. The headline of the one that was open may have the focus
 * too, until the new one's is drawn and takes it.
 */
export async function newArticle(
  nutgraf: Pick<NutgrafApp, 'window' | 'menu'>,
  ...paragraphs: readonly string[]
): Promise<StoryEditor> {
  const editor = editorOf(nutgraf.window);
  const earlier = await editor.headline.elementHandles();
  await nutgraf.menu('article.new');
  const isInNew = () =>
    editor.headline.evaluateAll(
      ([headline], before) =>
        headline !== undefined && headline === document.activeElement && !before.includes(headline),
      earlier,
    );
  await expect.poll(isInNew, 'the headline of the new article has the focus').toBe(true);
  if (paragraphs.length > 0) await writeParagraphs(nutgraf.window, editor, paragraphs);
  return editor;
}

async function writeParagraphs(
  window: Page,
  editor: StoryEditor,
  paragraphs: readonly string[],
): Promise<void> {
  await editor.text.focus();
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) await window.keyboard.press('Enter');
    await window.keyboard.insertText(paragraph);
  }
}

/** The text of each block, a slot by its name. */
export async function shown(editor: StoryEditor): Promise<readonly string[]> {
  return editor.blocks.evaluateAll((blocks) =>
    blocks.map(
      (block) => block.querySelector('[aria-label]')?.getAttribute('aria-label') ?? block.textContent,
    ),
  );
}

/** Drags something with the mouse to below a block. */
export async function drag(window: Page, handle: Locator, onto: Locator): Promise<void> {
  const box = await onto.boundingBox();
  if (!box) throw new Error('nothing to drop on');
  await handle.hover();
  await window.mouse.down();
  await window.mouse.move(box.x + 40, box.y + 4, { steps: 4 });
  await window.mouse.move(box.x + box.width / 2, box.y + box.height - 2, { steps: 6 });
  await window.mouse.up();
}
