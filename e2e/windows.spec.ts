import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { launchOptions } from '../tools/display/launchOptions';
import { expect, test } from './fixtures';

const menuLabels = ['&File', '&Edit', 'F&ormat', '&Insert', '&View', '&CMS', '&Window', '&Help'];

test('the menu bar has its menus, and offers what fits what is open', async ({ nutgraf }) => {
  const labels = await nutgraf.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label }) => label),
  );
  expect(labels).toEqual(menuLabels);
  expect(await nutgraf.isEnabled('article.new')).toBe(true);
  expect(await nutgraf.isEnabled('article.trash')).toBe(false);
  expect(await nutgraf.isEnabled('format.bold')).toBe(false);

  await nutgraf.menu('article.new');
  await expect.poll(() => nutgraf.isEnabled('article.trash')).toBe(true);
  await nutgraf.window.locator('.ProseMirror').click();
  await expect.poll(() => nutgraf.isEnabled('format.bold')).toBe(true);

  await nutgraf.menu('article.trash');
  await expect.poll(() => nutgraf.isEnabled('format.bold')).toBe(false);
  await expect.poll(() => nutgraf.isEnabled('article.restore')).toBe(true);
});

test('the enabled states follow the window that has the focus', async ({ nutgraf }) => {
  await nutgraf.menu('article.new');
  await nutgraf.window.locator('.ProseMirror').click();
  await expect.poll(() => nutgraf.isEnabled('format.bold')).toBe(true);
  await nutgraf.newWindow();
  await expect.poll(() => nutgraf.isEnabled('format.bold')).toBe(false);
  await nutgraf.app.evaluate(({ BrowserWindow }) => BrowserWindow.fromId(1)?.focus());
  await expect.poll(() => nutgraf.isEnabled('format.bold')).toBe(true);
});

test('the theme is chosen in the menu, painted at once and kept', async ({ nutgraf }) => {
  const dark = (): Promise<boolean> =>
    nutgraf.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors);
  await nutgraf.menu('view.themeDark');
  await expect.poll(dark).toBe(true);
  await nutgraf.relaunch();
  expect(await dark()).toBe(true);
  await expect(nutgraf.window.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a window opens where it was closed', async ({ nutgraf }) => {
  const bounds = (): Promise<object> =>
    nutgraf.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds() ?? {});
  await nutgraf.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 140, y: 120, width: 1111, height: 777 });
  });
  await expect.poll(bounds).toMatchObject({ width: 1111, height: 777 });
  const before = await bounds();
  await nutgraf.relaunch();
  await expect.poll(bounds).toMatchObject({ width: 1111, height: 777 });
  expect(Object.keys(before)).toContain('x');
});

test('Undo and Redo of the Edit menu work on the story', async ({ nutgraf }) => {
  await nutgraf.menu('article.new');
  const story = nutgraf.window.locator('.ProseMirror');
  await story.click();
  await nutgraf.window.keyboard.type('## ');
  await expect(story.locator('h2')).toHaveCount(1);
  await nutgraf.menu('edit.undo');
  await expect(story.locator('h2')).toHaveCount(0);
  await nutgraf.menu('edit.redo');
  await expect(story.locator('h2')).toHaveCount(1);
});

test('what was typed last is saved when the app quits', async ({ nutgraf }) => {
  await nutgraf.menu('article.new');
  await nutgraf.window.locator('.ProseMirror').click();
  await nutgraf.window.keyboard.type('The last word');
  await nutgraf.relaunch();
  const found = await nutgraf.window.evaluate(async () => {
    const list = await window.nutgraf.articles.list({ view: 'all', query: 'last word' });
    return list.ok ? list.value.rows.map(({ wordCount }) => wordCount) : list.failure;
  });
  expect(found).toEqual([3]);
});

test('a window that is still loading closes at once', async ({ nutgraf }) => {
  const closed = nutgraf.app.evaluate(
    ({ BrowserWindow, Menu }) =>
      new Promise((resolve) => {
        const started = Date.now();
        Menu.getApplicationMenu()?.getMenuItemById('window.new')?.click();
        const window = BrowserWindow.getAllWindows().find(({ id }) => id !== 1);
        window?.once('closed', () => resolve(Date.now() - started));
        window?.close();
      }),
  );
  expect(await closed).toBeLessThan(5000);
});

test('a page that crashes is opened again, and the person is told', async ({ nutgraf }) => {
  await nutgraf.app.evaluate(({ dialog }) => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    Object.assign(dialog, {
      showMessageBox: (_window: unknown, { message }: { message: string }) => {
        told.push(message);
        return Promise.resolve({ response: 0 });
      },
    });
  });
  await nutgraf.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  const answers = (): Promise<unknown> =>
    nutgraf.app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return window?.webContents.executeJavaScript(
        'window.nutgraf.app.settings().then(({ ok }) => ok)',
      ) as unknown;
    });
  await expect
    .poll(() => nutgraf.app.evaluate(() => (globalThis as unknown as { told: readonly string[] }).told))
    .toEqual(['This window stopped and was opened again.']);
  await expect.poll(answers).toBe(true);
});

test('a second start on the same store brings the first one’s window to the front, and ends', async ({
  nutgraf,
}) => {
  const { executablePath, args, env } = launchOptions(test.info().parallelIndex);
  await nutgraf.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const second = spawn(executablePath, [...args, `--store=${nutgraf.folder}`], { env, stdio: 'ignore' });
  expect(await once(second, 'exit')).toEqual([0, null]);
  await expect
    .poll(() =>
      nutgraf.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.isMinimized())),
    )
    .toEqual([false]);
});

test('a write of another process shows up by itself', async ({ nutgraf }) => {
  const heard = nutgraf.window.evaluate(
    () =>
      new Promise((resolve) => {
        window.nutgraf.on('articles.changed', resolve);
      }),
  );
  const { executablePath, env } = launchOptions(test.info().parallelIndex);
  const code = `
    const Database = require('better-sqlite3');
    const db = new Database(process.argv[1]);
    db.exec("UPDATE sections SET name = 'World' WHERE name = 'International'");
    db.close();`;
  const writer = spawn(executablePath, ['-e', code, `${nutgraf.folder}/nutgraf.db`], {
    env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: 'inherit',
  });
  expect(await once(writer, 'exit')).toEqual([0, null]);
  expect(await heard).toEqual({ kind: 'any' });
  await expect(nutgraf.window.getByText('World', { exact: true })).toBeVisible();
});
