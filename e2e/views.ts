import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { settingsSectionNames, settingsSections } from '../src/shared/domain/settingsTable';
import { type NutgrafApp, expect } from './fixtures';
import { dropImage } from './images';
import { importNewsPage, newsPage } from './newsPage';
import { openPalette } from './palette';
import { openSettings } from './settingsDialog';
import { type SmallSite, signIn } from './smallSite';
import { editorOf, newArticle } from './storyEditor';

/** What the views are opened in: the app, and sites that it knows once it signs in. */
export interface Desk {
  readonly nutgraf: NutgrafApp;
  readonly sites: readonly [SmallSite, SmallSite];
}

/** How a person comes to a view, from the view before it; what is open over the window then closes by Escape. */
type Views = Readonly<Record<string, (desk: Desk) => Promise<void>>>;

const dialogOf = ({ nutgraf }: Desk, name: string | RegExp) => nutgraf.window.getByRole('dialog', { name });

/** A view that a command opens as a dialog. */
const byCommand =
  (command: Parameters<NutgrafApp['menu']>[0], name: string | RegExp) =>
  async (desk: Desk): Promise<void> => {
    await desk.nutgraf.menu(command);
    await expect(dialogOf(desk, name)).toBeVisible();
  };

/** A tab of the inspector. */
const byTab =
  (name: string) =>
  async ({ nutgraf: { window } }: Desk): Promise<void> => {
    await window.getByRole('tab', { name, exact: true }).click();
    await expect(window.getByRole('tabpanel', { name })).toBeVisible();
  };

const settingsViews = Object.fromEntries(
  settingsSectionNames.map((section) => {
    const label = settingsSections[section].label();
    const open = async ({ nutgraf }: Desk): Promise<void> => {
      const dialog = await openSettings(nutgraf);
      const tab = dialog.getByRole('tab', { name: new RegExp(`^${label}`, 'u') });
      await tab.click();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
    };
    return [`settings: ${label}`, open] as const;
  }),
);

const withoutArticle: Views = {
  'an empty library': async ({ nutgraf: { window } }) => {
    await expect(window.getByText('Your library is empty')).toBeVisible();
  },
  'an empty trash': async ({ nutgraf: { window } }) => {
    await window.getByRole('navigation').getByRole('button', { name: 'Trash' }).click();
    await expect(window.getByRole('heading', { name: 'Trash', exact: true })).toBeVisible();
  },
  'the tour': async ({ nutgraf }) => {
    await nutgraf.menu('help.tour');
    await expect(nutgraf.window.getByText('Step 1 of 4', { exact: true })).toBeVisible();
  },
  'the end of the tour': async ({ nutgraf }) => {
    await nutgraf.menu('help.tour');
    for (let step = 0; step < 3; step += 1) await nutgraf.window.keyboard.press('Enter');
    await expect(nutgraf.window.getByText('Step 4 of 4', { exact: true })).toBeVisible();
  },
  ...settingsViews,
  'a search in the settings': async ({ nutgraf }) => {
    const dialog = await openSettings(nutgraf);
    await nutgraf.window.keyboard.type('folder');
    await nutgraf.window.keyboard.press('Enter');
    await expect(dialog.locator('mark').first()).toBeVisible();
  },
  'keys pressed that another command has': async ({ nutgraf }) => {
    const dialog = await openSettings(nutgraf);
    await dialog.getByRole('tab', { name: /^Keyboard/ }).click();
    await dialog.getByRole('button', { name: 'Change the keys of Bold' }).click();
    await nutgraf.window.keyboard.press('Control+i');
    await expect(dialog.getByRole('alert')).toBeVisible();
  },
  'a reset of settings': async (desk) => {
    const dialog = await openSettings(desk.nutgraf);
    await dialog.getByRole('button', { name: 'Reset general…' }).click();
    await expect(dialogOf(desk, /^Reset/)).toBeVisible();
  },
  'settings to a file': async (desk) => {
    const dialog = await openSettings(desk.nutgraf);
    await dialog.getByRole('button', { name: 'Export or import settings…' }).click();
    await expect(dialogOf(desk, 'Export or import settings')).toBeVisible();
  },
  'settings from a file': async (desk) => {
    const { nutgraf } = desk;
    const file = path.join(await mkdtemp(path.join(nutgraf.folder, 'settings-')), 'mine.json');
    const settings = { theme: 'dark', telemetry: true };
    await writeFile(file, JSON.stringify({ nutgraf: 'settings', version: 1, settings }));
    const dialog = await openSettings(nutgraf);
    await dialog.getByRole('button', { name: 'Export or import settings…' }).click();
    await nutgraf.openDialogReturns(file);
    await dialogOf(desk, 'Export or import settings').getByRole('button', { name: 'Import…' }).click();
    await expect(dialogOf(desk, 'Import mine.json')).toBeVisible();
  },
  'the sections': byCommand('sections.edit', 'Sections'),
  'a section refused': async (desk) => {
    await byCommand('sections.edit', 'Sections')(desk);
    await desk.nutgraf.window.getByRole('textbox', { name: 'Name of Sport' }).fill('City');
    await desk.nutgraf.window.keyboard.press('Enter');
    await expect(dialogOf(desk, 'Sections').getByRole('alert')).toBeVisible();
  },
  'the keyboard shortcuts': byCommand('help.shortcuts', 'Keyboard shortcuts'),
  'what is new': byCommand('help.changes', 'What’s new'),
  'the licences': byCommand('help.licences', 'Licences'),
  'the updates': byCommand('help.updates', 'Updates'),
  'a new account': byCommand('cms.addAccount', /^Add a /),
  'an account refused': async (desk) => {
    await byCommand('cms.addAccount', /^Add a /)(desk);
    const dialog = dialogOf(desk, /^Add a /);
    for (const field of await dialog.getByRole('textbox').all()) await field.fill('news example');
    await desk.nutgraf.window.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toBeVisible();
  },
  'what cannot be opened': async ({ nutgraf }) => {
    await nutgraf.app.evaluate(({ app }) => {
      app.emit('second-instance', {}, [], '', { words: ['/nowhere/nothing.md'] });
    });
    await expect(nutgraf.window.getByRole('region', { name: 'Notices' })).toContainText('nothing.md');
  },
  'an article that a link asks for': async (desk) => {
    await desk.nutgraf.app.evaluate(({ app }) => {
      const address = 'nutgraf://new?headline=Market%20moves&section=Nowhere&text=On%20Thursday.';
      app.emit('second-instance', {}, [], '', { words: [address] });
    });
    await expect(dialogOf(desk, 'Make this article?')).toBeVisible();
  },
};

const withArticle: Views = {
  'an imported article': async ({ nutgraf }) => {
    const { headline } = await newArticle(nutgraf, 'Another.');
    await headline.fill('Another one');
    await importNewsPage(nutgraf);
    await expect(editorOf(nutgraf.window).chips).toHaveCount(24);
  },
  'an image, with the fields under it': async ({ nutgraf: { window } }) => {
    await dropImage(editorOf(window).blocks.first());
    await expect(window.getByRole('textbox', { name: 'Caption' })).toBeVisible();
  },
  'the tab Ads': byTab('Ads'),
  'the tab History': byTab('History'),
  'the tab Publish': byTab('Publish'),
  'the tab Article': byTab('Article'),
  'an article under legal hold': async ({ nutgraf: { window } }) => {
    await window.getByRole('checkbox', { name: 'Legal hold' }).check();
    await window.getByRole('textbox', { name: 'Legal hold: reason' }).fill('Court order');
    await window.getByLabel('Embargo until').fill('2099-11-30T06:00');
  },
  'an export that is held back': async (desk) => {
    await desk.nutgraf.menu('export.dialog');
    await expect(dialogOf(desk, 'Export')).toContainText('Court order');
  },
  'the menu of an ad slot': async ({ nutgraf: { window } }) => {
    await editorOf(window).slots.getByRole('button').click();
    await expect(window.getByRole('menu')).toBeVisible();
  },
  'a link asked for': async ({ nutgraf }) => {
    await editorOf(nutgraf.window).blocks.nth(2).dblclick();
    await nutgraf.menu('format.link');
    await nutgraf.window.keyboard.type('no link');
    await nutgraf.window.keyboard.press('Enter');
    await expect(nutgraf.window.getByText(/^This cannot be a link/)).toBeVisible();
  },
  'an import report': async (desk) => {
    await desk.nutgraf.menu('import.report');
    await expect(desk.nutgraf.window.getByRole('list', { name: 'Left out' })).toBeVisible();
  },
  'an earlier text': async ({ nutgraf: { window } }) => {
    await window.getByRole('tab', { name: 'History' }).click();
    await window.getByRole('list', { name: 'Earlier versions' }).getByRole('button').first().click();
    await expect(window.getByRole('button', { name: 'Restore this version' })).toBeEnabled();
  },
  'an import of which a part failed': async ({ nutgraf }) => {
    const empty = path.join(await mkdtemp(path.join(nutgraf.folder, 'import-')), 'empty.txt');
    await writeFile(empty, '');
    await nutgraf.openDialogReturns(newsPage.file, empty);
    await nutgraf.menu('import.files');
    await expect(nutgraf.window.getByRole('dialog')).toContainText('1 file failed');
  },
  'an export that is done': async ({ nutgraf }) => {
    const { headline } = await newArticle(nutgraf, 'A paragraph.');
    await headline.fill('To be exported');
    await nutgraf.openDialogReturns(await mkdtemp(path.join(nutgraf.folder, 'export-')));
    await nutgraf.menu('export.dialog');
    await nutgraf.window.getByRole('button', { name: /^Choose a folder/ }).click();
    await expect(nutgraf.window.getByRole('dialog').getByRole('status')).toHaveText('1 article written.');
  },
  'suggested hashtags': async ({ nutgraf: { window } }) => {
    await editorOf(window).addHashtag.fill('har');
    await expect(editorOf(window).addHashtag).toHaveAttribute('aria-expanded', 'true');
  },
  'the list of exports': async (desk) => {
    await desk.nutgraf.window.getByRole('button', { name: 'Export done' }).click();
    await expect(dialogOf(desk, 'Exports')).toBeVisible();
  },
  'the palette with what it found': async ({ nutgraf }) => {
    await openPalette(nutgraf);
    await nutgraf.window.keyboard.type('two');
    await expect(nutgraf.window.getByRole('dialog').getByRole('option').first()).toBeVisible();
  },
  'the palette that found nothing': async ({ nutgraf }) => {
    await openPalette(nutgraf);
    await nutgraf.window.keyboard.type('zzzz');
    await expect(nutgraf.window.getByText('No command or article matches')).toBeVisible();
  },
  'a search with hits': async ({ nutgraf: { window } }) => {
    await window.getByRole('searchbox').fill('strait');
    await expect(window.getByRole('listbox').getByRole('option').first()).toBeVisible();
  },
  'a search that found nothing': async ({ nutgraf: { window } }) => {
    await window.getByRole('searchbox').fill('lighthouse keepers');
    await expect(window.getByText('Nothing found', { exact: true })).toBeVisible();
  },
  'an article in the trash': async ({ nutgraf }) => {
    const { window } = nutgraf;
    await window.getByRole('searchbox').fill('');
    await nutgraf.menu('article.trash');
    await window.getByRole('navigation').getByRole('button', { name: 'Trash' }).click();
    await window.getByRole('listbox').getByRole('option').first().click();
    await expect(editorOf(window).headline).toHaveAttribute('readonly');
  },
};

/** Another writer saves a different headline while this window’s is typed. */
export const writeAtOnce = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const id = new URLSearchParams(location.search).get('article') ?? '';
    const read = await window.nutgraf.articles.get({ id });
    if (!read.ok) throw new Error(read.failure.message);
    const field = document.querySelector<HTMLTextAreaElement>('.story-head textarea');
    field?.setRangeText(' mine', field.value.length, field.value.length, 'end');
    field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const { version, headline } = read.value;
    await window.nutgraf.articles.save({
      id,
      baseVersion: version,
      patch: { headline: `${headline} theirs` },
    });
  });

const withSites: Views = {
  'the accounts': async (desk) => {
    for (const site of desk.sites.slice(0, 1)) await signIn(desk.nutgraf, site);
    await byCommand('cms.accounts', 'Accounts')(desk);
  },
  'a password asked for': async (desk) => {
    await byCommand('cms.accounts', 'Accounts')(desk);
    await dialogOf(desk, 'Accounts')
      .getByRole('button', { name: /^Enter password/ })
      .click();
    await expect(dialogOf(desk, /password for/iu)).toBeVisible();
  },
  'an article that is on a site': async (desk) => {
    const { nutgraf } = desk;
    const editor = await newArticle(nutgraf, 'A paragraph.');
    await editor.headline.fill('As it was sent');
    await byTab('Publish')(desk);
    await editor.text.focus();
    await nutgraf.menu('cms.send');
    await expect(nutgraf.window.getByText(/^Sent /)).toBeVisible();
  },
  'an article that changed on its site': async ({ nutgraf, sites: [site] }) => {
    site.edit({ title: 'Changed there' });
    await editorOf(nutgraf.window).headline.fill('Changed here');
    await nutgraf.menu('cms.send');
    await expect(nutgraf.window.getByRole('button', { name: 'Compare both versions…' })).toBeVisible();
  },
  'both versions of an article': async (desk) => {
    await desk.nutgraf.window.getByRole('button', { name: 'Compare both versions…' }).click();
    await expect(desk.nutgraf.window.getByRole('button', { name: 'Take theirs' })).toBeVisible();
  },
  'a choice of sites': async (desk) => {
    await signIn(desk.nutgraf, desk.sites[1]);
    await expect(desk.nutgraf.window.getByText(/ and 1 more$/)).toBeVisible();
    await newArticle(desk.nutgraf, 'A paragraph.');
    await byCommand('cms.send', 'Send to which site?')(desk);
  },
  'an article that is held back from a site': async (desk) => {
    const { window } = desk.nutgraf;
    await byTab('Article')(desk);
    await window.getByRole('checkbox', { name: 'Legal hold' }).check();
    await expect(editorOf(window).saved).toBeVisible();
    await byCommand('cms.send', 'Send to which site?')(desk);
    await window.getByRole('button', { name: 'Send to Evening' }).click();
    await expect(dialogOf(desk, 'This article is held back')).toBeVisible();
  },
  'an article changed in two places': async (desk) => {
    const { window } = desk.nutgraf;
    await expect(editorOf(window).saved).toBeVisible();
    await writeAtOnce(window);
    await expect(window.getByRole('region', { name: 'Changed in two places' })).toBeVisible();
  },
};

/** Every view of the window, in the order in which one app is led through them. */
export const views = {
  'without an article': withoutArticle,
  'with an article': withArticle,
  'with sites': withSites,
} as const satisfies Record<string, Views>;

/** Views that stand at a place in the text: whoever zooms has them open only there. */
export const atAPlace: ReadonlySet<string> = new Set(['the menu of an ad slot', 'a link asked for']);

/** Closes what is open over the window, as a person does: in a field, the first Escape may be the field’s own. */
export async function leaveView({ window }: NutgrafApp): Promise<void> {
  const over = window.getByRole('dialog').or(window.getByRole('menu'));
  await expect(async () => {
    if ((await over.count()) > 0) await window.keyboard.press('Escape');
    expect(await over.count()).toBe(0);
  }).toPass({ intervals: [50] });
}
