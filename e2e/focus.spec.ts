import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type NutgrafApp, expect } from './fixtures';
import { expectFocus } from './focused';
import { signIn, type SmallSite, test } from './smallSite';
import { editorOf, newArticle } from './storyEditor';

/** Presses a button by keyboard. */
async function press(window: Page, name: string | RegExp): Promise<void> {
  await window.getByRole('button', { name }).first().press('Enter');
}

async function leave(window: Page, after: string, expected?: RegExp): Promise<void> {
  await window.keyboard.press('Escape');
  await expectFocus(window, after, expected);
}

/** An article in the window whose first send to a site is done. */
async function sentArticle(nutgraf: NutgrafApp): Promise<void> {
  const editor = await newArticle(nutgraf, 'A paragraph.');
  await editor.headline.fill('As it was sent');
  await nutgraf.window.getByRole('tab', { name: 'Publish' }).click();
  await editor.text.focus();
  await nutgraf.menu('cms.send');
  await expect(nutgraf.window.getByText(/^Sent /)).toBeVisible();
  await expectFocus(nutgraf.window, 'sent', /^editor: Story text/);
}

/** The headline is changed there and here, so that the two texts wait for a choice. */
async function disagree(nutgraf: NutgrafApp, site: SmallSite, round: number): Promise<void> {
  site.edit({ title: `Changed there ${round}` });
  const { headline } = editorOf(nutgraf.window);
  await headline.fill(`Changed here ${round}`);
  await nutgraf.menu('cms.send');
  await expect(nutgraf.window.getByRole('button', { name: 'Compare both versions…' })).toBeVisible();
  await expectFocus(nutgraf.window, 'a conflict came', /^editor: Headline/);
  await press(nutgraf.window, 'Compare both versions…');
  await expectFocus(nutgraf.window, 'both texts', /^dialog:/);
}

test('with sites, every dialog and command leaves the focus where the user continues', async ({
  nutgraf,
  sites: [morning, evening],
}) => {
  const { window } = nutgraf;
  const dialog = window.getByRole('dialog');
  const { headline } = editorOf(window);
  await signIn(nutgraf, morning);
  await sentArticle(nutgraf);
  for (const [round, choice] of ['Decide later', 'Take theirs', 'Keep mine and send'].entries()) {
    await disagree(nutgraf, morning, round);
    await press(window, choice);
    await expect(dialog).toBeHidden();
    await expectFocus(window, choice, /^(editor|inspector):/);
    if (round === 0) {
      await press(window, 'Compare both versions…');
      await press(window, 'Take theirs');
      await expect(dialog).toBeHidden();
      await expectFocus(window, 'taken after all', /^(editor|inspector):/);
    }
    // The window takes over the site's text a moment after the choice, and hears a moment later that nothing waits.
    if (choice !== 'Keep mine and send') await expect(headline).toHaveValue(`Changed there ${round}`);
    await expect(window.getByRole('button', { name: 'Compare both versions…' })).toBeHidden();
  }

  await signIn(nutgraf, evening);
  await expect(window.getByText(/ and 1 more$/)).toBeVisible();
  await editorOf(window).text.focus();
  await nutgraf.menu('cms.send');
  await expectFocus(window, 'which site', /^dialog:/);
  await leave(window, 'no site chosen', /^editor: Story text/);
  await nutgraf.menu('cms.send');
  await press(window, 'Send to Evening');
  await expect(dialog).toBeHidden();
  await expectFocus(window, 'a site chosen', /^editor: Story text/);
  await nutgraf.menu('cms.sync');
  await expectFocus(window, 'all sent', /^editor: Story text/);

  await nutgraf.menu('cms.accounts');
  await expectFocus(window, 'the sites', /^dialog:/);
  await press(window, /^Enter password… for Morning/);
  await expectFocus(window, 'a password asked for', /^dialog: Application password/);
  await leave(window, 'no password', /^editor: Story text/);
  await nutgraf.menu('cms.accounts');
  await press(window, 'Add account…');
  await expectFocus(window, 'a site asked for', /^dialog:/);
  await leave(window, 'no site', /^editor: Story text/);
  await nutgraf.menu('cms.accounts');
  for (const { name } of [morning, evening]) {
    await press(window, new RegExp(`^Remove… ${name}`));
    await press(window, 'Keep');
    await expectFocus(window, 'a site kept', /^dialog: Remove…/);
    await window.keyboard.press('Enter');
    await press(window, 'Remove account');
    await expect(dialog.getByRole('button', { name: new RegExp(`^Remove… ${name}`) })).toHaveCount(0);
    await expectFocus(window, 'a site removed', /^dialog:/);
  }
  await leave(window, 'the sites closed', /^editor: Story text/);
});

/** What the system's next dialog answers is known only when a user has chosen. */
async function openDialogWaits(
  nutgraf: NutgrafApp,
  ...paths: readonly string[]
): Promise<() => Promise<void>> {
  const dialogs = await nutgraf.app.evaluateHandle(({ dialog }, filePaths) => {
    const open: (() => void)[] = [];
    dialog.showOpenDialog = () =>
      new Promise((resolve) => {
        open.push(() => resolve({ canceled: false, filePaths: [...filePaths] }));
      });
    return open;
  }, paths);
  return async () => {
    await expect.poll(() => dialogs.evaluate(({ length }) => length), 'the dialog is open').toBe(1);
    await dialogs.evaluate(([choose]) => choose?.());
  };
}

test('a dialog opened over another returns the focus to it, and that one to the page', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  const dialog = (name: string) => window.getByRole('dialog', { name });
  const editor = await newArticle(nutgraf, 'A paragraph.');
  const files = ['one.txt', 'two.txt'].map((name) => path.join(nutgraf.folder, name));
  for (const file of files)
    await writeFile(file, 'A morning in town\n\nThe market opened early, as it does.');
  for (const goesOn of ['left', 'opened'] as const) {
    await editor.text.focus();
    const choose = await openDialogWaits(nutgraf, ...files);
    await nutgraf.menu('import.files');
    await nutgraf.menu('sections.edit');
    await dialog('Sections').getByRole('textbox', { name: 'Name of Sport' }).focus();
    await choose();
    await expect(dialog('Import')).toBeVisible();
    await expectFocus(window, 'a second dialog', /^dialog:/);
    await window.evaluate(() => (document.activeElement as HTMLElement).blur());
    await expect(dialog('Import').locator(':focus'), 'the focus is lost in the dialog on top').toHaveCount(1);
    if (goesOn === 'opened') await press(window, /^Open/);
    else await window.keyboard.press('Escape');
    await expect(dialog('Import')).toBeHidden();
    await expectFocus(window, `the second dialog ${goesOn}`, /^dialog: Name of Sport/);
    await window.keyboard.press('Escape');
    await expect(dialog('Sections')).toBeHidden();
    await expectFocus(window, `the first dialog, ${goesOn}`, /^editor: Story text/);
  }
});

/** Another writer saves a different headline and standfirst while these are typed here. */
async function writeAtOnce(page: Page): Promise<void> {
  await expect(editorOf(page).saved).toBeVisible();
  await page.evaluate(async () => {
    const id = new URLSearchParams(location.search).get('article') ?? '';
    const read = await window.nutgraf.articles.get({ id });
    if (!read.ok) throw new Error(read.failure.message);
    for (const field of document.querySelectorAll<HTMLTextAreaElement>('.story-head textarea')) {
      field.setRangeText(' mine', field.value.length, field.value.length, 'end');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    const { version, headline, standfirst } = read.value;
    const patch = { headline: `${headline} theirs`, standfirst: `${standfirst} theirs` };
    await window.nutgraf.articles.save({ id, baseVersion: version, patch });
  });
}

test('while a conflict of several choices is resolved, the focus stays on it, and then goes to the text', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  const editor = await newArticle(nutgraf, 'A paragraph.');
  await editor.headline.fill('A headline');
  await editor.standfirst.fill('A standfirst');
  const conflict = window.getByRole('region', { name: 'Changed in two places' });
  for (const presses of [['Take theirs: 1. Headline', 'Keep mine: 2. Standfirst'], ['Take all theirs']]) {
    await writeAtOnce(window);
    await expect(conflict).toBeVisible();
    for (const [index, name] of presses.entries()) {
      await press(window, name);
      if (index < presses.length - 1) await expectFocus(window, name, new RegExp(name));
    }
    await expect(conflict).toBeHidden();
    await expectFocus(window, 'settled', /^editor: Story text/);
  }
});
