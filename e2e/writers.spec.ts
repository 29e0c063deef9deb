import type { Locator, Page } from '@playwright/test';
import { typeAtOnce } from './atOnce';
import { commandLine, onlyArticle } from './commandLine';
import { type NutgrafApp, expect, test } from './fixtures';
import { editorOf, newArticle } from './storyEditor';

/** One article of two paragraphs in two windows, the caret at the end of a different one in each. */
async function inTwoWindows(
  nutgraf: NutgrafApp,
  place: 'first' | 'last' = 'last',
): Promise<readonly [Page, Page]> {
  const here = await newArticle(nutgraf, 'One.', 'Two.');
  await expect(here.saved).toHaveText(/\d/);
  const window = await nutgraf.newWindow();
  const there = editorOf(window);
  await caretAfter(here.blocks.first());
  await caretAfter(there.blocks[place]());
  return [nutgraf.window, window];
}

async function caretAfter(block: Locator): Promise<void> {
  await block.click();
  await block.page().keyboard.press('End');
}

const conflictIn = (window: Page): Locator => window.getByRole('region', { name: 'Changed in two places' });

/** The window that is asked to choose, and the other. */
async function askedAndOther(windows: readonly [Page, Page]): Promise<readonly [Page, Page]> {
  const asked = () => Promise.all(windows.map((window) => conflictIn(window).isVisible()));
  await expect.poll(asked).toContain(true);
  expect(await asked()).toContain(false);
  const [here, there] = windows;
  return (await conflictIn(here).isVisible()) ? [here, there] : [there, here];
}

const historyOf = (window: Page): Locator =>
  window.getByRole('button', { name: 'Replaced by another version' });

test('two windows write in different paragraphs at once: both texts stay, and each caret stays in place', async ({
  nutgraf,
}) => {
  const windows = await inTwoWindows(nutgraf);
  const [here, there] = windows;
  await Promise.all([
    here.keyboard.type(' Typed here, without a pause for breath.', { delay: 40 }),
    there.keyboard.type(' Typed there, at the same time.', { delay: 50 }),
  ]);
  await there.keyboard.press('Enter');
  await there.keyboard.type('A third.');
  const first = 'One. Typed here, without a pause for breath.';
  const rest = ['Two. Typed there, at the same time.', 'A third.'];
  for (const window of windows) {
    await expect(editorOf(window).blocks).toHaveText([first, ...rest]);
    await expect(conflictIn(window)).toBeHidden();
  }
  await here.keyboard.type(' On.');
  await there.keyboard.type(' Too.');
  for (const window of windows)
    await expect(editorOf(window).blocks).toHaveText([`${first} On.`, rest[0] ?? '', 'A third. Too.']);
});

test('two windows write in one paragraph at once: both texts are shown, one press decides, and none is lost', async ({
  nutgraf,
}) => {
  const windows = await inTwoWindows(nutgraf, 'first');
  await typeAtOnce(windows, [' Here.', ' There.']);
  const [asked, other] = await askedAndOther(windows);
  await asked.keyboard.type(' Then more.');
  await other.keyboard.type(' And on.');
  const mine = asked === nutgraf.window ? 'One. Here. Then more.' : 'One. There. Then more.';
  const theirs = asked === nutgraf.window ? 'One. There. And on.' : 'One. Here. And on.';
  await expect(conflictIn(asked).getByRole('region', { name: /theirs/ })).toContainText(theirs.slice(5));
  await expect(conflictIn(asked).getByRole('region', { name: /mine/ })).toContainText(mine.slice(5));

  await asked.getByRole('button', { name: 'Keep mine' }).press('Enter');
  for (const window of windows) await expect(editorOf(window).blocks).toHaveText([mine, 'Two.']);
  await expect(editorOf(asked).saved).toBeVisible();
  await expect(editorOf(asked).text).toBeFocused();
  await asked.getByRole('tab', { name: 'History' }).click();
  await expect(historyOf(asked)).toHaveCount(1);
  await historyOf(asked).click();
  await expect(asked.getByRole('dialog')).toContainText(theirs);
  await asked.getByRole('button', { name: 'Restore this version' }).click();
  await expect(editorOf(other).blocks).toHaveText([theirs, 'Two.']);
});

/** Types a word at the end of the headline and of each paragraph from the second on. */
async function typeInMost(window: Page, word: string): Promise<void> {
  const editor = editorOf(window);
  for (const nth of [1, 2]) {
    await caretAfter(editor.blocks.nth(nth));
    await window.keyboard.type(word);
  }
  await editor.headline.focus();
  await window.keyboard.press('End');
  await window.keyboard.type(word);
}

/** The versions that History keeps as replaced. */
async function gaveWay(window: Page): Promise<readonly string[]> {
  await window.getByRole('tab', { name: 'History' }).click();
  await expect(historyOf(window)).toHaveCount(2);
  const texts: string[] = [];
  for (const version of await historyOf(window).all()) {
    await version.click();
    const dialog = window.getByRole('dialog');
    await expect(dialog).toContainText('Three.');
    texts.push((await dialog.textContent()) ?? '');
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  return texts;
}

test('several choices are made one by one, both sides stay in History, and the focus moves on', async ({
  nutgraf,
}) => {
  const here = await newArticle(nutgraf, 'One.', 'Two.', 'Three.', 'Four.');
  await here.headline.fill('Head.');
  await expect(here.saved).toHaveText(/\d/);
  const windows = [nutgraf.window, await nutgraf.newWindow()] as const;
  for (const window of windows) await caretAfter(editorOf(window).blocks.first());
  await typeAtOnce(windows, [' Here.', ' There.']);
  const [asked, other] = await askedAndOther(windows);
  const [mine, theirs] = asked === nutgraf.window ? [' Here.', ' There.'] : [' There.', ' Here.'];
  await typeInMost(asked, ' Mine.');
  await typeInMost(other, ' Theirs.');
  await caretAfter(editorOf(other).blocks.last());
  await other.keyboard.type(' Alone.');
  const conflict = conflictIn(asked);
  await expect(conflict.getByRole('listitem')).toHaveCount(4);
  await expect(conflict).toContainText('Head. Theirs.');

  const button = (action: string, place: string): Locator =>
    conflict.getByRole('button', { name: `${action}: ${place}` });
  const choose = async (action: string, place: string): Promise<void> => {
    await button(action, place).press('Enter');
    await expect(button(action, place)).toBeFocused();
  };
  await choose('Take theirs', '2. Paragraph');
  await choose('Keep mine', '1. Headline');
  await choose('Take theirs', '4. Paragraph');
  await choose('Keep mine', '4. Paragraph');
  await expect(conflict.getByRole('button', { pressed: true })).toHaveCount(3);
  await button('Take theirs', '3. Paragraph').press('Enter');
  await expect(conflict).toBeHidden();
  await expect(editorOf(asked).text).toBeFocused();
  for (const window of windows) {
    const editor = editorOf(window);
    await expect(editor.headline).toHaveValue('Head. Mine.');
    await expect(editor.blocks).toHaveText([`One.${theirs}`, 'Two. Theirs.', 'Three. Mine.', 'Four. Alone.']);
    await expect(editor.saved).toBeVisible();
  }
  const kept = (await gaveWay(asked)).join(' ');
  for (const text of [`One.${mine}`, 'Two. Mine.', 'Three. Theirs.', 'Head. Theirs.'])
    expect(kept).toContain(text);
});

test('an article that goes to the trash while a choice waits can only be read, in both windows', async ({
  nutgraf,
}) => {
  const windows = await inTwoWindows(nutgraf, 'first');
  await typeAtOnce(windows, [' Here.', ' There.']);
  const [asked, other] = await askedAndOther(windows);
  await other.evaluate(() =>
    window.nutgraf.articles.list({ view: 'all' }).then((list) => {
      if (list.ok && list.value.rows[0]) return window.nutgraf.articles.trash({ id: list.value.rows[0].id });
      throw new Error('no article');
    }),
  );
  for (const window of windows) {
    await expect(editorOf(window).text).toHaveAttribute('contenteditable', 'false');
    await expect(window.getByText('Put it back to change it.')).toBeVisible();
  }
  await asked.getByRole('button', { name: 'Put back' }).click();
  await expect(editorOf(other).text).toHaveAttribute('contenteditable', 'true');
  await asked.getByRole('button', { name: 'Take theirs' }).click();
  await expect(editorOf(asked).text).toHaveText((await editorOf(other).text.textContent()) ?? '');
  await asked.getByRole('tab', { name: 'History' }).click();
  await expect(historyOf(asked)).toHaveCount(1);
});

test('what the command line changes appears in the open article', async ({ nutgraf, folder }) => {
  const editor = await newArticle(nutgraf, 'One.');
  await expect(editor.saved).toHaveText(/\d/);
  const id = await onlyArticle(folder);
  await commandLine(folder, 'set', id, '--headline', 'From the command line');
  await commandLine(folder, 'set', id, '--append-paragraph', 'Appended.');
  await expect(editor.headline).toHaveValue('From the command line');
  await expect(editor.blocks).toHaveText(['One.', 'Appended.']);
});

test('the command line changes the headline while the user types the text: both are kept', async ({
  nutgraf,
  folder,
}) => {
  const editor = await newArticle(nutgraf, 'One.');
  await expect(editor.saved).toHaveText(/\d/);
  const id = await onlyArticle(folder);
  const typed = ' Typed without a pause while another program writes to the same article.'.repeat(2);
  await Promise.all([
    nutgraf.window.keyboard.type(typed, { delay: 30 }),
    commandLine(folder, 'set', id, '--headline', 'From the command line'),
  ]);
  await expect(editor.headline).toHaveValue('From the command line');
  await expect(editor.text).toHaveText(`One.${typed}`);
  await expect(editor.saved).toBeVisible();
  await nutgraf.relaunch();
  await expect(editorOf(nutgraf.window).headline).toHaveValue('From the command line');
  await expect(editorOf(nutgraf.window).text).toHaveText(`One.${typed}`);
});
