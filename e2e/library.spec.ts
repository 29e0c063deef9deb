import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { type NutgrafApp, expect, test } from './fixtures';
import { openPalette, pickInPalette } from './palette';
import { newArticle } from './storyEditor';

/** The parts of the window around the text. */
function partsOf(window: Page) {
  return {
    rail: window.getByRole('navigation', { name: 'Library' }),
    list: window.getByRole('listbox'),
    rows: window.getByRole('listbox').getByRole('option'),
    search: window.getByRole('searchbox', { name: 'Search articles' }),
    headline: window.getByRole('textbox', { name: 'Headline' }),
    inspector: window.getByRole('complementary', { name: 'Inspector' }),
    status: window.getByRole('contentinfo', { name: 'Status' }),
    dialog: window.getByRole('dialog'),
    saved: window.locator('[data-saving=settled]'),
  };
}

async function write(nutgraf: NutgrafApp, ...headlines: readonly string[]): Promise<void> {
  const { headline, rows, saved } = partsOf(nutgraf.window);
  for (const text of headlines) {
    await newArticle(nutgraf);
    await headline.fill(text);
    await expect(saved).toBeVisible();
    await expect(rows.filter({ hasText: text })).toBeVisible();
  }
}

async function resize(nutgraf: NutgrafApp, width: number, height: number): Promise<void> {
  await nutgraf.app.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
}

test('an empty library says what to do', async ({ nutgraf }) => {
  const { window } = nutgraf;
  await expect(window.getByRole('heading', { name: 'Your library is empty' })).toBeVisible();
  await window.getByRole('main').getByRole('button', { name: 'New article' }).click();
  await expect(partsOf(window).headline).toBeFocused();
  await expect(partsOf(window).rows).toHaveCount(1);
});

test('the list is used by keyboard alone', async ({ nutgraf }) => {
  const { keyboard } = nutgraf.window;
  const { rail, list, rows, headline } = partsOf(nutgraf.window);
  await write(nutgraf, 'First of all', 'Second thoughts', 'Third time');
  await nutgraf.menu('view.list');
  await expect(list).toBeFocused();
  await keyboard.press('End');
  await keyboard.press('Enter');
  await expect(headline).toHaveValue('First of all');
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await expect(headline).toHaveValue('Second thoughts');
  await keyboard.press('Home');
  await keyboard.press('Delete');
  await expect(rows).toHaveText([/Second thoughts/, /First of all/]);
  await rail.getByRole('button', { name: 'Trash' }).click();
  await expect(rows).toHaveText([/Third time/]);
  await rows.first().click();
  await expect(headline).toHaveValue('Third time');
  await nutgraf.menu('article.restore');
  await expect(rows).toHaveCount(3);
  await expect(list.getByRole('option', { selected: true })).toHaveText(/Third time/);
});

test('what was just created or opened by a command is in the list, whatever it showed before', async ({
  nutgraf,
  folder,
}) => {
  const { rail, list, rows, search } = partsOf(nutgraf.window);
  const chosen = list.getByRole('option', { selected: true });
  await write(nutgraf, 'The quay is closed');
  for (const elsewhere of [
    () => search.fill('quay'),
    () => rail.getByRole('button', { name: 'Trash' }).click(),
    () => rail.getByRole('button', { name: 'Published' }).click(),
  ]) {
    await elsewhere();
    await newArticle(nutgraf);
    await expect(chosen).toHaveText(/No headline yet/);
    await expect(search).toHaveValue('');
  }
  await rail.getByRole('button', { name: 'Sport' }).click();
  await search.fill('quay');
  await newArticle(nutgraf);
  await expect(chosen).toHaveText(/Sport.*No headline yet/);

  const page = path.join(folder, 'page.md');
  await writeFile(page, '# An imported page\n\nOne paragraph of it.');
  await nutgraf.openDialogReturns(page);
  await search.fill('quay');
  await nutgraf.menu('import.files');
  await expect(chosen).toHaveText(/An imported page/);

  await rail.getByRole('button', { name: 'Ready' }).click();
  await pickInPalette(nutgraf, 'quay', 'The quay is closed');
  await expect(chosen).toHaveText(/The quay is closed/);
  await expect(rows).not.toHaveCount(0);
});

test('Delete in the list says what it did, and is undone from the notice, by Ctrl+Z and by the menu', async ({
  nutgraf,
}) => {
  const { list, rows } = partsOf(nutgraf.window);
  await write(nutgraf, 'First of all', 'Second thoughts');
  await nutgraf.menu('view.list');
  await expect(list).toBeFocused();
  const notices = nutgraf.window.getByRole('region', { name: 'Notices' });
  const undo = {
    button: () => notices.getByRole('button', { name: 'Undo' }).press('Enter'),
    keys: () => list.press('Control+z'),
    menu: async () => {
      await rows.filter({ hasText: 'First of all' }).click();
      await list.focus();
      await nutgraf.menu('edit.undo');
    },
  };
  for (const way of ['keys', 'button', 'menu'] as const) {
    await list.press('Home');
    await list.press('Delete');
    await expect(rows).toHaveText([/First of all/]);
    await expect(notices).toContainText('“Second thoughts” was moved to the trash.');
    await undo[way]();
    await expect(rows).toHaveText([/Second thoughts/, /First of all/]);
    await expect(notices).toBeHidden();
  }
});

test('a search covers every view, says when it found nothing, and is closed by Escape', async ({
  nutgraf,
}) => {
  const { search, rows } = partsOf(nutgraf.window);
  await write(nutgraf, 'The quay is closed', 'The bridge is open');
  await nutgraf.menu('article.search');
  await expect(search).toBeFocused();
  await nutgraf.window.keyboard.type('quay');
  await expect(rows).toHaveText([/The quay is closed/]);
  await search.fill('lighthouse');
  await expect(nutgraf.window.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await search.press('Escape');
  await expect(rows).toHaveCount(2);
});

test('the palette runs commands and opens articles', async ({ nutgraf }) => {
  const { keyboard } = nutgraf.window;
  const { dialog, headline } = partsOf(nutgraf.window);
  await write(nutgraf, 'Ferries at noon', 'Trams at night');
  await openPalette(nutgraf);
  await keyboard.type('send to');
  await expect(dialog.getByText('No command or article matches.').first()).toBeVisible();
  await dialog.getByRole('combobox').fill('ferr');
  await expect(dialog.getByRole('option')).toHaveText(['Ferries at noon']);
  await expect(dialog.getByRole('option', { selected: true })).toHaveText('Ferries at noon');
  await keyboard.press('Enter');
  await expect(headline).toHaveValue('Ferries at noon');
  await pickInPalette(nutgraf, 'ed sec', 'Edit sections…');
  await expect(dialog.getByRole('heading', { name: 'Sections' })).toBeVisible();
});

test('sections are added, renamed, placed and removed', async ({ nutgraf }) => {
  const { rail, dialog } = partsOf(nutgraf.window);
  await nutgraf.menu('sections.edit');
  await dialog.getByRole('textbox', { name: 'Name of a new section' }).fill('Harbour');
  await dialog.getByRole('button', { name: 'Add section' }).click();
  const name = dialog.getByRole('textbox', { name: 'Name of Harbour' });
  await name.fill('Port');
  await name.press('Enter');
  await dialog.getByRole('combobox', { name: 'Section above Port' }).selectOption({ label: 'Under City' });
  await expect(rail.getByRole('button', { name: /^(City|Port|Culture)$/ })).toHaveText([
    'City',
    'Port',
    'Culture',
  ]);
  await dialog.getByRole('button', { name: 'Remove Port' }).click();
  await dialog.getByRole('button', { name: 'Remove section' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(rail.getByRole('button', { name: 'Port', exact: true })).toHaveCount(0);
});

test('several files are imported, and each failure is reported', async ({ nutgraf, folder }) => {
  const { dialog, headline, rows } = partsOf(nutgraf.window);
  const files = ['one.txt', 'two.txt', 'empty.txt'].map((name) => path.join(folder, name));
  await writeFile(
    files[0] ?? '',
    'A morning in town\n\nThe market opened early and closed late, as it does.',
  );
  await writeFile(files[1] ?? '', 'An evening at sea\n\nThe boats came back with the tide and little else.');
  await writeFile(files[2] ?? '', '');
  await nutgraf.openDialogReturns(...files);
  await nutgraf.menu('import.files');
  await expect(dialog).toContainText('2 articles imported, 1 file failed.');
  await expect(dialog).toContainText('empty.txt');
  await dialog.getByRole('button', { name: 'Open' }).first().click();
  await expect(headline).toHaveValue('A morning in town');
  await expect(rows).toHaveCount(2);
});

test('a page that is dropped on the window is imported', async ({ nutgraf }) => {
  const { headline, rows } = partsOf(nutgraf.window);
  await nutgraf.window.getByRole('main').evaluate((place) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['# Dropped in\n\nOne paragraph.\n'], 'page.md'));
    place.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(headline).toHaveValue('Dropped in');
  await expect(rows).toHaveCount(1);
});

test('an export continues in the background and is shown in the status bar', async ({ nutgraf, folder }) => {
  const { dialog, status } = partsOf(nutgraf.window);
  const out = path.join(folder, 'exported');
  await mkdir(out);
  await write(nutgraf, 'One for the archive', 'Two for the archive');
  await nutgraf.menu('export.dialog');
  await dialog.getByRole('radio', { name: 'HTML page' }).check();
  await dialog.getByRole('radio', { name: 'All articles' }).click();
  await nutgraf.openDialogReturns(out);
  await dialog.getByRole('button', { name: /^Choose a folder/ }).click();
  await expect(dialog).toContainText('2 articles written.');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(status.getByRole('button', { name: 'Export done' })).toBeVisible();
  expect((await readdir(out)).filter((name) => name.endsWith('.html'))).toHaveLength(2);
});

test('a narrow window keeps the list and the inspector in drawers', async ({ nutgraf }) => {
  const { keyboard } = nutgraf.window;
  const { rail, list, rows, headline, inspector, status } = partsOf(nutgraf.window);
  await write(nutgraf, 'Wide', 'Narrow');
  await resize(nutgraf, 760, 640);
  await expect(list).toBeHidden();
  await expect(inspector).toBeHidden();
  await rail.getByRole('button', { name: 'Drafts' }).click();
  await rows.filter({ hasText: 'Wide' }).click();
  await expect(headline).toHaveValue('Wide');
  await expect(list).toBeHidden();
  await status.getByRole('button', { name: 'Inspector' }).click();
  await expect(inspector).toBeVisible();
  await keyboard.press('Escape');
  await expect(inspector).toBeHidden();
  await nutgraf.menu('view.inspector');
  await expect(inspector).toBeVisible();
  await nutgraf.menu('view.editor');
  await expect(inspector, 'the text is not written under a drawer').toBeHidden();
  await expectAccessible(nutgraf, 'a narrow window');
});

test('F6 goes round the panes', async ({ nutgraf }) => {
  const { window } = nutgraf;
  const { list, search, status, inspector } = partsOf(window);
  await write(nutgraf, 'Round and round');
  await search.focus();
  await window.keyboard.press('F6');
  await expect(list).toBeFocused();
  await window.keyboard.press('F6');
  await expect(window.getByRole('main').locator(':focus')).toHaveCount(1);
  await window.keyboard.press('F6');
  await expect(inspector.locator(':focus')).toHaveCount(1);
  await window.keyboard.press('F6');
  await expect(status.locator(':focus')).toHaveCount(1);
  await window.keyboard.press('Shift+F6');
  await expect(inspector.locator(':focus')).toHaveCount(1);
});

const dialogs = [
  'import.report',
  'export.dialog',
  'sections.edit',
  'cms.addAccount',
  'palette.open',
] as const;

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in any view, and the page keeps its policy (${theme})`, async ({
    nutgraf,
    folder,
  }) => {
    const { window } = nutgraf;
    const { dialog, inspector, headline } = partsOf(window);
    const complaints: string[] = [];
    window.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await nutgraf.menu(theme === 'light' ? 'view.themeLight' : 'view.themeDark');
    await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
    await expectAccessible(nutgraf, 'an empty library');
    const file = path.join(folder, 'story.txt');
    await writeFile(file, 'A day at the fair\n\nThe fair opened at nine.\n\n#fair #town\n');
    await nutgraf.openDialogReturns(file);
    await nutgraf.menu('import.files');
    await expect(headline).toHaveValue('A day at the fair');
    for (const tab of await inspector.getByRole('tab').all()) {
      await tab.click();
      await expectAccessible(nutgraf, `the tab ${await tab.textContent()}`);
    }
    for (const command of dialogs) {
      await nutgraf.menu(command);
      await expect(dialog).toBeVisible();
      await expectAccessible(nutgraf, command);
      await window.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    expect(complaints).toEqual([]);
  });
}
