import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from './fixtures';
import { newArticle } from './storyEditor';

declare global {
  /** The files that this test's app handed to the system's drag. */
  var draggedFiles: string[];
}

test('an article is dragged out of the list as a Markdown file, which is gone after the app; one that is held back stays', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  // Where a file goes is decided outside of every window, so that what is handed over is kept here instead.
  await nutgraf.app.evaluate(({ BrowserWindow }) => {
    globalThis.draggedFiles = [];
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.startDrag = ({ file }) => void globalThis.draggedFiles.push(file);
  });
  const dragged = () => nutgraf.app.evaluate(() => globalThis.draggedFiles);
  const editor = await newArticle(nutgraf, 'It left at noon.');
  await editor.headline.fill('The ferry is late');
  await expect(editor.saved).toBeVisible();
  const row = window.getByRole('option', { name: /The ferry is late/ });
  const drag = async (): Promise<void> => {
    await row.hover();
    await window.mouse.down();
    await window.mouse.move(700, 400, { steps: 5 });
    await window.mouse.up();
  };
  await drag();
  await expect.poll(dragged).toHaveLength(1);
  const [file = ''] = await dragged();
  expect(file).toMatch(/the-ferry-is-late\.md$/);
  expect(readFileSync(file, 'utf8')).toMatch(/headline: The ferry is late\n[^]*\n\nIt left at noon\.\n$/);

  await window.getByRole('checkbox', { name: 'Legal hold' }).check();
  const isHeld = () =>
    window.evaluate(async () => {
      const id = new URLSearchParams(location.search).get('article') ?? '';
      const read = await globalThis.window.nutgraf.articles.get({ id });
      return read.ok && read.value.legalHold !== null;
    });
  await expect.poll(isHeld).toBe(true);
  await drag();
  await expect(window.getByRole('region', { name: 'Notices' })).toContainText('legal hold');
  expect(await dragged()).toHaveLength(1);
  await nutgraf.quit();
  expect(existsSync(file)).toBe(false);
});
