import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { usualAdSlots } from '../src/shared/domain/adSlot';
import { usualSections } from '../src/shared/domain/section';
import { listed } from '../src/shared/language/formats';
import { languageCodes, languages } from '../src/shared/language/languages';
import { expectAccessible } from './axe';
import { type NutgrafApp, expect, test } from './fixtures';
import { projectFolder } from '../tools/project';
import { readCatalogue } from '../tools/texts/catalogues';
import { newsPage } from './newsPage';
import { type Data, brokenLayout, unsaidTexts } from './saidTexts';

const page = readFileSync(newsPage.file, 'utf8').replace(/\s+/gu, ' ');

/** Data and names, which no language changes: what a new store has, what the page brought, keys, and brands. */
const data: Data = {
  texts: [
    ...usualSections.map(({ name }) => name),
    ...usualAdSlots.flatMap(({ name, label }) => [name, label]),
    'WordPress',
    'Nutgraf',
    'Hugo',
    'Jekyll',
    'Eleventy',
    'https://',
    ...Object.values(languages).map(({ name }) => name),
    // Data that the settings list, the folder of the page, and a short line of it that was left out.
    listed(usualSections.map(({ name }) => name)),
    path.dirname(newsPage.file),
    'Become a member',
    ...newsPage.hashtags.map((tag) => tag.replace('#', '')),
  ],
  patterns: [
    // Times, folders, and the keys F1 to F24.
    /^\d{1,2} [A-Z][a-z]{2} \d{4}, \d{2}:\d{2}$/u,
    /^\/[^ ]*nutgraf[^ ]*$/u,
    /^F\d+$/u,
  ],
  page,
};

const catalogueOf = (language: string): Readonly<Record<string, string>> =>
  readCatalogue(projectFolder, language);

/** How many parts Chromium's field for a date and time has, by its accessibility tree: 6 where half days are told. */
async function partsOfTime(window: Page): Promise<number> {
  const session = await window.context().newCDPSession(window);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.filter(({ role }) => role?.value === 'spinbutton').length;
}

/** The dialogs that commands open, and the views of the window itself; each is left by Escape. */
const dialogs = [
  'app.settings',
  'help.tour',
  'help.shortcuts',
  'help.updates',
  'sections.edit',
  'cms.addAccount',
  'export.dialog',
  'import.report',
  'palette.open',
] as const;

async function walk(nutgraf: NutgrafApp, look: (place: string) => Promise<void>): Promise<void> {
  const { window } = nutgraf;
  await look('an empty library');
  await nutgraf.openDialogReturns(newsPage.file);
  await nutgraf.menu('import.files');
  await expect(window.locator('[data-pane="editor"] textarea').first()).toHaveValue(newsPage.headline);
  await look('an article');
  const tabs = window.locator('[data-pane="inspector"] [role=tab]');
  for (const tab of await tabs.all()) {
    await tab.click();
    await look(`the tab ${await tab.textContent()}`);
  }
  for (const command of dialogs) {
    await nutgraf.menu(command);
    await expect(window.getByRole('dialog').or(window.locator('[data-tour]')).first()).toBeVisible();
    await look(command);
    if (command === 'app.settings') await walkSettings(window, look);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
  }
}

async function walkSettings(window: Page, look: (place: string) => Promise<void>): Promise<void> {
  for (const tab of await window.getByRole('dialog').getByRole('tab').all()) {
    await tab.click();
    await look(`settings: ${await tab.textContent()}`);
  }
}

for (const [language, direction] of [
  ['en-XA', 'ltr'],
  ['en-XB', 'rtl'],
] as const)
  test(`in ${language} every text is from the catalogue, and longer ones fit`, async ({ nutgraf }) => {
    test.setTimeout(300_000);
    await nutgraf.quit();
    await nutgraf.launch(`--language=${language}`);
    const { window } = nutgraf;
    await expect(window.locator('html')).toHaveAttribute('dir', direction);
    const found: string[] = [];
    await walk(nutgraf, async (place) => {
      const texts = await unsaidTexts(window, data);
      const broken = await brokenLayout(window);
      found.push(
        ...texts.map((text) => `${place}: not said: ${text}`),
        ...broken.map((one) => `${place}: ${one}`),
      );
    });
    expect([...new Set(found)]).toEqual([]);
  });

for (const language of languageCodes.filter((code) => code !== 'en'))
  test(`the window is in ${languages[language].name}, and axe finds nothing grave in it`, async ({
    nutgraf,
  }) => {
    await nutgraf.quit();
    await nutgraf.launch(`--language=${language}`);
    const { window } = nutgraf;
    const catalogue = catalogueOf(language);
    await expect(window.locator('html')).toHaveAttribute('lang', language);
    await expect(window.locator('html')).toHaveAttribute('dir', languages[language].direction);
    const menus = await nutgraf.app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label),
    );
    expect(menus).toContain(catalogue['&File']);
    await expect(window.getByText(catalogue['Your library is empty'] ?? '')).toBeVisible();
    await expectAccessible(nutgraf, `the window in ${language}`);
  });

test('a language that is chosen in the settings is spoken from the next start, and English again after it', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  await expect(window.getByText('Your library is empty')).toBeVisible();
  await nutgraf.menu('app.settings');
  await window.getByRole('combobox', { name: 'Language of the interface' }).selectOption('de');
  await window.keyboard.press('Escape');
  await nutgraf.quit();
  await nutgraf.launch('--language=');
  const own = catalogueOf('de');
  await expect(nutgraf.window.getByText(own['Your library is empty'] ?? '')).toBeVisible();
  expect(await nutgraf.window.evaluate(() => navigator.language)).toBe('de');
  await nutgraf.menu('article.new');
  await expect.poll(() => partsOfTime(nutgraf.window), 'a German time has no half days').toBe(5);
  await nutgraf.menu('app.settings');
  const choice = nutgraf.window.getByRole('combobox', { name: own['Language of the interface'] ?? '' });
  await choice.selectOption('en');
  await nutgraf.window.keyboard.press('Escape');
  await nutgraf.quit();
  await nutgraf.launch('--language=');
  await expect(nutgraf.window.locator('html')).toHaveAttribute('lang', 'en');
  await expect.poll(() => partsOfTime(nutgraf.window)).toBe(6);
});
