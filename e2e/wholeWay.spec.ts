import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Parser } from 'commonmark';
import { parseHTML } from 'linkedom';
import { type NutgrafApp, expect, test } from './fixtures';
import { importNewsPage, newsPage } from './newsPage';
import { drag, editorOf, newArticle, shown } from './storyEditor';

const withoutSlots = (blocks: readonly string[]): readonly string[] =>
  blocks.filter((block) => !block.startsWith('Advertisement slot'));

test('an empty library says what to do, and a saved page becomes an article', async ({ nutgraf }) => {
  await expect(nutgraf.window.getByRole('heading', { name: 'Your library is empty' })).toBeVisible();
  await expect(nutgraf.window.getByRole('main').getByRole('button', { name: 'Import…' })).toBeVisible();

  const editor = await importNewsPage(nutgraf);
  await expect(editor.section.locator('option:checked')).toHaveText(newsPage.section);
  await expect(editor.text.getByRole('heading')).toHaveText(newsPage.crossheads);
  await expect(editor.chips).toHaveText(newsPage.hashtags);
  await expect(editor.slots).toHaveCount(1);
  expect(withoutSlots(await shown(editor))).toEqual(newsPage.story);
  const notices = nutgraf.window.getByRole('region', { name: 'Notices' });
  await expect(notices.getByText(/9 crossheads, 24 hashtags, 1 ad slot/)).toBeVisible();
});

/** The report of the open article, through the menu, and one of its pieces. */
async function openReport(nutgraf: NutgrafApp) {
  await nutgraf.menu('import.report');
  const report = nutgraf.window.getByRole('dialog', { name: 'Import report' });
  const pieces = report.getByRole('listitem');
  return { report, pieces, promo: pieces.filter({ hasText: 'Ferry line opens its winter timetable' }) };
}

test('what an import left out is in its report, and a piece of it is put back', async ({ nutgraf }) => {
  const editor = await importNewsPage(nutgraf);
  const { report, pieces, promo } = await openReport(nutgraf);
  await expect(promo).toContainText('Promo for another story');
  await expect(pieces.filter({ hasText: 'Discover more from' })).toContainText('Subscription prompt');
  await promo.getByRole('button', { name: 'Take back' }).click();
  await expect(promo).toContainText('In the story');
  await report.getByRole('button', { name: 'Done' }).click();
  await expect(editor.text).toContainText('Ferry line opens its winter timetable');
  await expect(editor.saved).toBeVisible();

  await nutgraf.relaunch();
  const again = editorOf(nutgraf.window);
  await expect(again.text).toContainText('Ferry line opens its winter timetable');
  await expect(again.slots).toHaveCount(1);
  expect(withoutSlots(await shown(again))).toEqual(expect.arrayContaining([...newsPage.story]));
  await expect((await openReport(nutgraf)).promo).toContainText('In the story');
});

test('an imported article is edited, and all of it is there after a restart', async ({ nutgraf }) => {
  const editor = await importNewsPage(nutgraf);
  const { keyboard } = nutgraf.window;
  await editor.headline.fill('Two coasts, one watch');
  await editor.section.selectOption('Politics');
  await editor.addHashtag.focus();
  await keyboard.type('lighthousekeepers');
  await keyboard.press('Enter');

  await expect(editor.slots).toHaveCount(1);
  const before = await shown(editor);
  const at = before.indexOf(newsPage.slot);
  await editor.slots.scrollIntoViewIfNeeded();
  await drag(nutgraf.window, editor.slots.locator('.drag-handle'), editor.blocks.nth(at + 2));
  const moved = (places: number): readonly string[] =>
    before.filter((block) => block !== newsPage.slot).toSpliced(at + places, 0, newsPage.slot);
  await expect.poll(() => shown(editor)).toEqual(moved(2));
  await editor.slots.click();
  await keyboard.press('Alt+ArrowDown');
  await expect.poll(() => shown(editor)).toEqual(moved(3));

  await editor.blocks.last().click();
  await keyboard.press('Control+End');
  await keyboard.press('Enter');
  await keyboard.type('One more sentence.');
  await expect(editor.saved).toHaveText(/^Saved \d\d:\d\d:\d\d$/);

  await nutgraf.relaunch();
  const again = editorOf(nutgraf.window);
  await expect(again.headline).toHaveValue('Two coasts, one watch');
  await expect(again.section.locator('option:checked')).toHaveText('Politics');
  await expect(again.chips).toHaveText([...newsPage.hashtags, '#lighthousekeepers']);
  await expect.poll(() => shown(again)).toEqual([...moved(3), 'One more sentence.']);
});

/** Exports the open article through the menu; returns what the one file contains. */
async function exported(
  nutgraf: NutgrafApp,
  format: string,
): Promise<{ readonly name: string; readonly text: string }> {
  const folder = await mkdtemp(path.join(nutgraf.folder, 'export-'));
  await nutgraf.openDialogReturns(folder);
  await nutgraf.menu('export.dialog');
  const dialog = nutgraf.window.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: format }).check();
  await dialog.getByRole('button', { name: 'Choose a folder and export…' }).click();
  await expect(dialog.getByRole('status')).toHaveText('1 article written.');
  await expect(nutgraf.window.getByRole('contentinfo', { name: 'Status' })).toContainText('Export done');
  await dialog.getByRole('button', { name: 'Done' }).click();
  const [name = '', ...others] = (await readdir(folder)).filter((file) => !file.includes('manifest'));
  expect(others).toEqual([]);
  return { name, text: await readFile(path.join(folder, name), 'utf8') };
}

/** What an independent Markdown reader finds in each paragraph and heading. */
function readByCommonmark(markdown: string): readonly string[] {
  const found: string[] = [];
  const walker = new Parser().parse(markdown).walker();
  for (let event = walker.next(); event; event = walker.next()) {
    const { node, entering } = event;
    if (entering && ['paragraph', 'heading'].includes(node.type)) found.push('');
    else if (entering && node.literal !== null && node.type !== 'html_block')
      found.push(`${found.pop() ?? ''}${node.literal}`);
  }
  return found;
}

test('another parser reads exported Markdown as it was written', async ({ nutgraf }) => {
  await importNewsPage(nutgraf);
  const { name, text } = await exported(nutgraf, 'Markdown');
  expect(name).toMatch(/\.md$/);
  const [, frontMatter = '', body = ''] = text.split(/^---\n/m);
  expect(frontMatter).toContain(newsPage.headline);
  expect(frontMatter).toContain('International');
  for (const hashtag of newsPage.hashtags) expect(frontMatter).toContain(hashtag.slice(1));
  expect(readByCommonmark(body).filter((block) => block !== newsPage.headline)).toEqual(newsPage.story);
});

test('HTML that is exported shows the headline and every paragraph', async ({ nutgraf }) => {
  await importNewsPage(nutgraf);
  const { name, text } = await exported(nutgraf, 'HTML page');
  expect(name).toMatch(/\.html$/);
  const page = parseHTML(text).document;
  expect(page.querySelector('h1')?.textContent).toBe(newsPage.headline);
  const blocks = [...page.querySelectorAll('article > p, article > h2')].map((block) => block.textContent);
  expect(blocks.slice(0, newsPage.story.length)).toEqual(newsPage.story);
  expect(page.querySelectorAll('article > aside.ad-slot')).toHaveLength(1);
});

test('words that are highlighted, lowered and raised are so in the page that is exported', async ({
  nutgraf,
}) => {
  const editor = await newArticle(nutgraf);
  const { keyboard } = nutgraf.window;
  await editor.text.focus();
  await nutgraf.keys('ctrl+shift+m', 'format.highlight');
  await keyboard.type('Warm');
  await expect(editor.text.locator('mark')).toHaveText('Warm');
  await nutgraf.keys('ctrl+shift+m', 'format.highlight');
  await keyboard.type(' days: H');
  await nutgraf.menu('format.subscript');
  await keyboard.type('2');
  await nutgraf.menu('format.subscript');
  await keyboard.type('O, 10 m3');
  await keyboard.press('Shift+ArrowLeft');
  await nutgraf.menu('format.subscript');
  await expect(editor.text.locator('sub')).toHaveText(['2', '3']);
  await nutgraf.menu('format.superscript');
  await expect(editor.text.locator('sup')).toHaveText('3');
  await expect(editor.text.locator('sub')).toHaveText('2');
  await expect(editor.saved).toBeVisible();
  const { text } = await exported(nutgraf, 'HTML page');
  expect(text).toContain('<p><mark>Warm</mark> days: H<sub>2</sub>O, 10 m<sup>3</sup></p>');
});
