import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { launchOptions } from '../tools/display/launchOptions';
import { expect, test } from './fixtures';

const menuLabels = ['&File', '&Edit', 'F&ormat', '&Insert', '&View', '&CMS', '&Window', '&Help'];

test('the menu bar has its menus, and offers what fits what is open', async ({ desk }) => {
  const labels = await desk.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label }) => label),
  );
  expect(labels).toEqual(menuLabels);
  expect(await desk.isEnabled('article.new')).toBe(true);
  expect(await desk.isEnabled('article.trash')).toBe(false);
  expect(await desk.isEnabled('format.bold')).toBe(false);

  await desk.menu('article.new');
  await expect.poll(() => desk.isEnabled('article.trash')).toBe(true);
  await desk.window.locator('.ProseMirror').click();
  await expect.poll(() => desk.isEnabled('format.bold')).toBe(true);

  await desk.menu('article.trash');
  await expect.poll(() => desk.isEnabled('format.bold')).toBe(false);
  await expect.poll(() => desk.isEnabled('article.restore')).toBe(true);
});

test('the enabled states follow the window that has the focus', async ({ desk }) => {
  await desk.menu('article.new');
  await desk.window.locator('.ProseMirror').click();
  await expect.poll(() => desk.isEnabled('format.bold')).toBe(true);
  await desk.newWindow();
  await expect.poll(() => desk.isEnabled('format.bold')).toBe(false);
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.fromId(1)?.focus());
  await expect.poll(() => desk.isEnabled('format.bold')).toBe(true);
});

test('the theme is chosen in the menu, painted at once and kept', async ({ desk }) => {
  const dark = (): Promise<boolean> =>
    desk.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors);
  await desk.menu('view.themeDark');
  await expect.poll(dark).toBe(true);
  await desk.relaunch();
  expect(await dark()).toBe(true);
  await expect(desk.window.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a window opens where it was closed', async ({ desk }) => {
  const bounds = (): Promise<object> =>
    desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds() ?? {});
  await desk.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 140, y: 120, width: 1111, height: 777 });
  });
  await expect.poll(bounds).toMatchObject({ width: 1111, height: 777 });
  const before = await bounds();
  await desk.relaunch();
  await expect.poll(bounds).toMatchObject({ width: 1111, height: 777 });
  expect(Object.keys(before)).toContain('x');
});

test('Undo and Redo of the Edit menu work on the story', async ({ desk }) => {
  await desk.menu('article.new');
  const story = desk.window.locator('.ProseMirror');
  await story.click();
  await desk.window.keyboard.type('## ');
  await expect(story.locator('h2')).toHaveCount(1);
  await desk.menu('edit.undo');
  await expect(story.locator('h2')).toHaveCount(0);
  await desk.menu('edit.redo');
  await expect(story.locator('h2')).toHaveCount(1);
});

test('what was typed last is saved when the app quits', async ({ desk }) => {
  await desk.menu('article.new');
  await desk.window.locator('.ProseMirror').click();
  await desk.window.keyboard.type('The last word');
  await desk.relaunch();
  const found = await desk.window.evaluate(async () => {
    const list = await window.desk.articles.list({ view: 'all', query: 'last word' });
    return list.ok ? list.value.rows.map(({ wordCount }) => wordCount) : list.failure;
  });
  expect(found).toEqual([3]);
});

test('a window that is still loading closes at once', async ({ desk }) => {
  const closed = desk.app.evaluate(
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

test('a page that crashes is opened again, and the person is told', async ({ desk }) => {
  await desk.app.evaluate(({ dialog }) => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    Object.assign(dialog, {
      showMessageBox: (_window: unknown, { message }: { message: string }) => {
        told.push(message);
        return Promise.resolve({ response: 0 });
      },
    });
  });
  await desk.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  const answers = (): Promise<unknown> =>
    desk.app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return window?.webContents.executeJavaScript(
        'window.desk.app.settings().then(({ ok }) => ok)',
      ) as unknown;
    });
  await expect
    .poll(() => desk.app.evaluate(() => (globalThis as unknown as { told: readonly string[] }).told))
    .toEqual(['This window stopped and was opened again.']);
  await expect.poll(answers).toBe(true);
});

test('a second start on the same store brings the first one’s window to the front, and ends', async ({
  desk,
}) => {
  const { executablePath, args, env } = launchOptions(test.info().parallelIndex);
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const second = spawn(executablePath, [...args, `--store=${desk.folder}`], { env, stdio: 'ignore' });
  expect(await once(second, 'exit')).toEqual([0, null]);
  await expect
    .poll(() =>
      desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.isMinimized())),
    )
    .toEqual([false]);
});

test('a write of another process shows up by itself', async ({ desk }) => {
  const heard = desk.window.evaluate(
    () =>
      new Promise((resolve) => {
        window.desk.on('articles.changed', resolve);
      }),
  );
  const { executablePath, env } = launchOptions(test.info().parallelIndex);
  const code = `
    const Database = require('better-sqlite3');
    const db = new Database(process.argv[1]);
    db.exec("UPDATE sections SET name = 'World' WHERE name = 'International'");
    db.close();`;
  const writer = spawn(executablePath, ['-e', code, `${desk.folder}/nutgraf.db`], {
    env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: 'inherit',
  });
  expect(await once(writer, 'exit')).toEqual([0, null]);
  expect(await heard).toEqual({ ids: [] });
  await expect(desk.window.getByText('World', { exact: true })).toBeVisible();
});
