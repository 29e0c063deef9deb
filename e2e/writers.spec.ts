import type { Locator, Page } from '@playwright/test';
import { commandLine, onlyArticle } from './commandLine';
import { type DeskApp, expect, test } from './fixtures';
import { editorOf, newArticle, shown } from './storyEditor';

/** One article of two paragraphs in two windows, the caret after the first paragraph here and the second there. */
async function inTwoWindows(desk: DeskApp): Promise<readonly [Page, Page]> {
  const here = await newArticle(desk, 'One.', 'Two.');
  await expect(here.saved).toHaveText(/\d/);
  const window = await desk.newWindow();
  const there = editorOf(window);
  await caretAfter(here.blocks.first());
  await caretAfter(there.blocks.last());
  return [desk.window, window];
}

async function caretAfter(block: Locator): Promise<void> {
  await block.click();
  await block.page().keyboard.press('End');
}

const conflictIn = (window: Page): Locator => window.getByText('The text changed here and in another window');

/** The window that is asked to choose, and the other. */
async function askedAndOther(windows: readonly [Page, Page]): Promise<readonly [Page, Page]> {
  const asked = () => Promise.all(windows.map((window) => conflictIn(window).isVisible()));
  await expect.poll(asked).toContain(true);
  expect(await asked()).toContain(false);
  const [here, there] = windows;
  return (await conflictIn(here).isVisible()) ? [here, there] : [there, here];
}

test('two windows write in one text at once: a choice is asked for, and nobody’s text is lost', async ({
  desk,
}) => {
  const windows = await inTwoWindows(desk);
  await Promise.all(windows.map((window) => window.keyboard.insertText(' At once.')));
  const [asked, other] = await askedAndOther(windows);
  const mine = await shown(editorOf(asked));
  const theirs = await shown(editorOf(other));
  expect(new Set([mine.join(' '), theirs.join(' ')])).toEqual(
    new Set(['One. At once. Two.', 'One. Two. At once.']),
  );

  await asked.getByRole('button', { name: 'Keep mine' }).click();
  await expect(editorOf(other).blocks).toHaveText([...mine]);
  await expect(editorOf(asked).blocks).toHaveText([...mine]);
  await expect(editorOf(asked).saved).toBeVisible();
  await asked.getByRole('tab', { name: 'History' }).click();
  await asked.getByRole('button', { name: 'Gave way to another version' }).first().click();
  for (const paragraph of theirs) await expect(asked.getByRole('dialog')).toContainText(paragraph);
  await asked.getByRole('button', { name: 'Restore this text' }).click();
  await expect(editorOf(other).blocks).toHaveText([...theirs]);
});

test('what the command line changes shows up in the open article', async ({ desk, folder }) => {
  const editor = await newArticle(desk, 'One.');
  await expect(editor.saved).toHaveText(/\d/);
  const id = await onlyArticle(folder);
  await commandLine(folder, 'set', id, '--headline', 'From the command line');
  await commandLine(folder, 'set', id, '--append-paragraph', 'Appended.');
  await expect(editor.headline).toHaveValue('From the command line');
  await expect(editor.blocks).toHaveText(['One.', 'Appended.']);
});

test('the command line changes the headline while a person types the text: both are kept', async ({
  desk,
  folder,
}) => {
  const editor = await newArticle(desk, 'One.');
  await expect(editor.saved).toHaveText(/\d/);
  const id = await onlyArticle(folder);
  const typed = ' Typed without a pause while another program writes to the same article.'.repeat(2);
  await Promise.all([
    desk.window.keyboard.type(typed, { delay: 30 }),
    commandLine(folder, 'set', id, '--headline', 'From the command line'),
  ]);
  await expect(editor.headline).toHaveValue('From the command line');
  await expect(editor.text).toHaveText(`One.${typed}`);
  await expect(editor.saved).toBeVisible();
  await desk.relaunch();
  await expect(editorOf(desk.window).headline).toHaveValue('From the command line');
  await expect(editorOf(desk.window).text).toHaveText(`One.${typed}`);
});
