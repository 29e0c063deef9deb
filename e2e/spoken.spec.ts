import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { type NutgrafApp, expect, test } from './fixtures';
import { importNewsPage, newsPage } from './newsPage';
import { openPalette } from './palette';
import { editorOf, newArticle } from './storyEditor';
import { writeAtOnce } from './views';

declare global {
  interface Window {
    /** What a screen reader was told, in order. */
    spoken: string[];
    /** How much of it was expected so far, with what each had to match. */
    expectedSpeech: { readonly upTo: number; readonly pattern: string }[];
  }
}

/** Records everything that the live region says from now on. */
async function listen(window: Page): Promise<void> {
  await window.evaluate(() => {
    globalThis.window.spoken = [];
    globalThis.window.expectedSpeech = [];
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const said =
          target instanceof Element && 'announcer' in (target as HTMLElement).dataset
            ? target.textContent
            : '';
        if (said !== '') globalThis.window.spoken.push(said);
      }
    }).observe(document.body, { subtree: true, childList: true });
  });
}

/** Expects something to be said after what was expected before; what comes later is looked at in the end. */
async function expectSaid(window: Page, pattern: string): Promise<void> {
  const hear = () =>
    window.evaluate((wanted) => {
      const { spoken, expectedSpeech } = globalThis.window;
      const from = expectedSpeech.at(-1)?.upTo ?? 0;
      const at = spoken.findIndex((said, index) => index >= from && new RegExp(wanted, 'u').test(said));
      if (at !== -1) expectedSpeech.push({ upTo: at + 1, pattern: wanted });
      return at !== -1;
    }, pattern);
  await expect.poll(hear, pattern).toBe(true);
}

/** Nothing that was expected was said again since, however long after: as often as each was expected it was said. */
async function expectSaidOnce(window: Page): Promise<void> {
  const often = await window.evaluate(() => {
    const { spoken, expectedSpeech } = globalThis.window;
    const patterns = [...new Set(expectedSpeech.map(({ pattern }) => pattern))];
    return patterns.map((pattern) => ({
      pattern,
      expected: expectedSpeech.filter((one) => one.pattern === pattern).length,
      said: spoken.filter((one) => new RegExp(pattern, 'u').test(one)).length,
    }));
  });
  expect(often.filter(({ expected, said }) => expected !== said)).toEqual([]);
}

/** What a screen reader says of a dialog or a field besides its name. */
const describedBy = (part: Locator): Promise<string> =>
  part.evaluate((element) => {
    const ids = (element.getAttribute('aria-describedby') ?? '').split(' ');
    return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  });

async function expectReadOut(nutgraf: NutgrafApp, name: string): Promise<void> {
  const dialog = nutgraf.window.getByRole('dialog', { name });
  await expect(dialog).toBeVisible();
  await expect.poll(() => describedBy(dialog), name).not.toBe('');
  const hasFocus = () => dialog.evaluate((element) => element.contains(document.activeElement));
  await expect.poll(hasFocus, name).toBe(true);
}

test('what is done is announced, once, and names distinguish things', async ({ nutgraf }) => {
  const { window } = nutgraf;
  const { keyboard } = window;
  const editor = await newArticle(nutgraf, 'One', 'Two', 'Three');
  await editor.headline.fill('Harbour plans');
  await expect(editor.saved).toBeVisible();
  await expect.poll(() => window.title()).toBe('Harbour plans – Nutgraf');
  await listen(window);

  await nutgraf.menu('article.save');
  await expectSaid(window, '^Saved$');
  await editor.blocks.first().click();
  await nutgraf.menu('insert.adSlot');
  await expectSaid(window, 'Ad slot In-article 1 added');
  const choose = async (item: string): Promise<void> => {
    await editor.slots.getByRole('button').click();
    await window.getByRole('menuitem', { name: item }).click();
  };
  await choose('Move down');
  await expectSaid(window, 'Ad slot In-article 1 moved down');
  await choose('Lock in place');
  await expect(
    editor.text.getByRole('group', { name: 'Advertisement slot: In-article 1, locked' }),
  ).toBeVisible();
  await choose('Unlock');
  await choose('Remove');
  await expectSaid(window, 'Ad slot In-article 1 removed');

  await editor.addHashtag.focus();
  await keyboard.type('quay ');
  await expectSaid(window, 'Added #quay');
  await keyboard.type('boats ');
  await keyboard.type('tide ');
  await expectSaid(window, 'Added #tide');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Alt+ArrowLeft');
  await expectSaid(window, '#tide is now 2 of 3');
  await expect(editor.chips).toHaveText(['#quay', '#tide', '#boats']);
  await keyboard.press('Alt+ArrowLeft');
  await keyboard.press('Alt+ArrowLeft');
  await expectSaid(window, '#tide cannot move further');
  await keyboard.press('Delete');
  await expectSaid(window, 'Removed #tide');

  await window.getByRole('searchbox').fill('lighthouse');
  await expectSaid(window, 'Nothing found for lighthouse');
  await window.getByRole('searchbox').fill('');

  const field = (await openPalette(nutgraf)).getByRole('combobox');
  await expect(field).toHaveAttribute('aria-activedescendant', /./);
  const active = await field.getAttribute('aria-activedescendant');
  await expect(window.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'true');
  await keyboard.type('zzzz', { delay: 100 });
  await expectSaid(window, 'No command or article matches');
  await keyboard.press('Escape');

  await nutgraf.menu('article.trash');
  await nutgraf.menu('article.restore');
  await expectSaid(window, 'Put back from the trash');
  await expectSaidOnce(window);
});

test('a conflict, its end, and an import that is done are announced, once', async ({ nutgraf }) => {
  const { window } = nutgraf;
  await importNewsPage(nutgraf);
  const editor = await newArticle(nutgraf, 'A paragraph.');
  await editor.headline.fill('A headline');
  await expect(editor.saved).toBeVisible();
  await listen(window);
  await writeAtOnce(window);
  await expectSaid(window, '^The headline changed here and, at .* in another window or program');
  await window.getByRole('button', { name: 'Keep mine' }).press('Enter');
  await expectSaid(window, 'Conflict resolved');

  const empty = path.join(nutgraf.folder, 'empty.txt');
  await writeFile(empty, '');
  await nutgraf.openDialogReturns(newsPage.file, empty);
  await nutgraf.menu('import.files');
  await expectSaid(window, '1 file failed');
  await window.keyboard.press('Escape');
  await nutgraf.openDialogReturns(newsPage.file);
  await nutgraf.menu('import.files');
  await expectSaid(window, '^Imported: ');
  await expectSaidOnce(window);
});

test('a dialog is announced when it opens, and similar controls in it have different names', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  await importNewsPage(nutgraf);
  await listen(window);
  await nutgraf.menu('export.dialog');
  await expectReadOut(nutgraf, 'Export');
  await window.keyboard.press('Escape');

  await nutgraf.menu('import.report');
  await expectReadOut(nutgraf, 'Import report');
  const buttons = window.getByRole('dialog').getByRole('button', { name: /^Take back: / });
  await expect(buttons.first()).toBeVisible();
  const names = await buttons.evaluateAll((all) => all.map((button) => button.getAttribute('aria-label')));
  expect(new Set(names).size).toBe(names.length);
  await buttons.first().click();
  await expectSaid(window, '^Taken back into the story');
  await window.keyboard.press('Escape');

  await window.getByRole('tab', { name: 'History' }).click();
  await window.getByRole('list', { name: 'Earlier versions' }).getByRole('button').first().click();
  await expectReadOut(nutgraf, 'Earlier version');
  await window.getByRole('button', { name: 'Restore this version' }).click();
  await expectSaid(window, 'The earlier version was restored');
  await expectSaidOnce(window);
});

test('a refused section name stays in its field, with the reason, which is announced and tied to the field', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  const { keyboard } = window;
  await nutgraf.menu('sections.edit');
  const dialog = window.getByRole('dialog', { name: 'Sections' });
  const refused = /There is already a section “City” here/;
  const expectRefused = async (field: Locator, reason: RegExp): Promise<void> => {
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(dialog.getByRole('alert')).toHaveText(reason);
    await expect.poll(() => describedBy(field)).toMatch(reason);
  };

  const sport = dialog.getByRole('textbox', { name: 'Name of Sport' });
  await sport.fill(' city');
  await keyboard.press('Enter');
  await expectRefused(sport, /There is already a section “city” here/);
  await expect(sport).toBeFocused();
  await expect(sport).toHaveValue(' city');
  await keyboard.press('Tab');
  await expectRefused(sport, /There is already a section “city” here/);
  await sport.fill('City life');
  await expect(sport).toHaveAttribute('aria-invalid', 'false');
  await sport.fill('');
  await keyboard.press('Enter');
  await expectRefused(sport, /A section needs a name/);
  await keyboard.press('Escape');
  await expect(sport).toHaveValue('Sport');
  await expect(dialog.getByRole('alert')).toHaveCount(0);

  const added = dialog.getByRole('textbox', { name: 'Name of a new section' });
  await added.fill('City');
  await dialog.getByRole('button', { name: 'Add section' }).click();
  await expectRefused(added, refused);
  await expect(added).toBeFocused();
  await expect(added).toHaveValue('City');
  await added.fill('Harbour');
  await keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Name of Harbour' })).toBeVisible();
  await expect(added).toHaveValue('');

  await dialog.getByRole('combobox', { name: 'Section above Harbour' }).selectOption('Under Sport');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await added.fill('Harbour');
  await keyboard.press('Enter');
  const above = dialog.getByRole('combobox', { name: 'Section above Harbour' }).last();
  await expect(dialog.getByRole('textbox', { name: 'Name of Harbour' })).toHaveCount(2);
  await above.selectOption('Under Sport');
  await expectRefused(above, /There is already a section “Harbour” here/);
});

test('a hashtag beyond the fortieth is shown before it can be removed', async ({ nutgraf }) => {
  const { window } = nutgraf;
  const editor = await newArticle(nutgraf);
  await editor.addHashtag.focus();
  await window.keyboard.insertText(Array.from({ length: 43 }, (_, index) => `tag${index}`).join(' ') + ' ');
  await expect(editor.chips).toHaveCount(40);
  await window.keyboard.press('Backspace');
  await expect(editor.chips).toHaveCount(43);
  await window.keyboard.press('Backspace');
  await expect(editor.chips).toHaveCount(42);
  await expect(editorOf(window).chips.last()).toHaveText('#tag41');
});
