import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { launchOptions } from '../tools/display/launchOptions';
import { expect, test } from './fixtures';
import { editorOf, newArticle } from './storyEditor';

const menuLabels = ['&File', '&Edit', 'F&ormat', '&Insert', '&View', '&CMS', '&Window', '&Help'];

test('the menu bar has its menus, and offers what suits what is open', async ({ nutgraf }) => {
  const labels = await nutgraf.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label }) => label),
  );
  expect(labels).toEqual(menuLabels);
  expect(await nutgraf.isEnabled('article.new')).toBe(true);
  expect(await nutgraf.isEnabled('article.trash')).toBe(false);
  expect(await nutgraf.isEnabled('format.bold')).toBe(false);

  await newArticle(nutgraf);
  await expect.poll(() => nutgraf.isEnabled('article.trash')).toBe(true);
  await nutgraf.window.locator('.ProseMirror').click();
  await expect.poll(() => nutgraf.isEnabled('format.bold')).toBe(true);

  await nutgraf.menu('article.trash');
  await expect.poll(() => nutgraf.isEnabled('format.bold')).toBe(false);
  await expect.poll(() => nutgraf.isEnabled('article.restore')).toBe(true);
});

test('the enabled states follow the window that has the focus', async ({ nutgraf }) => {
  await newArticle(nutgraf);
  await nutgraf.window.locator('.ProseMirror').click();
  await expect.poll(() => nutgraf.isEnabled('format.bold')).toBe(true);
  await nutgraf.newWindow();
  await expect.poll(() => nutgraf.isEnabled('format.bold')).toBe(false);
  await nutgraf.app.evaluate(({ BrowserWindow }) => BrowserWindow.fromId(1)?.focus());
  await expect.poll(() => nutgraf.isEnabled('format.bold')).toBe(true);
});

test('theme and contrast are chosen in the menu, marked there, painted at once and kept', async ({
  nutgraf,
}) => {
  const dark = (): Promise<boolean> =>
    nutgraf.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors);
  const marked = (): Promise<readonly string[]> =>
    nutgraf.app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.getMenuItemById('menu.view')?.submenu?.items ?? [];
      return items.filter(({ type, checked }) => type === 'radio' && checked).map(({ id }) => id);
    });
  const page = nutgraf.window.locator('html');
  expect(await marked()).toEqual(['view.themeSystem', 'view.contrastSystem']);
  await nutgraf.menu('view.themeDark');
  await expect.poll(dark).toBe(true);
  await nutgraf.menu('view.contrastHigh');
  await expect(page).toHaveAttribute('data-contrast', 'high');
  const chosen = ['view.themeDark', 'view.contrastHigh'];
  await expect.poll(marked).toEqual(chosen);
  await nutgraf.relaunch();
  expect(await dark()).toBe(true);
  await expect(nutgraf.window.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(nutgraf.window.locator('html')).toHaveAttribute('data-contrast', 'high');
  await expect.poll(marked).toEqual(chosen);
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

test('a window goes back to where it stood when a display is there again, or gone again', async ({
  nutgraf,
}) => {
  const place = (): Promise<object> =>
    nutgraf.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds() ?? {});
  const moveTo = (x: number, y: number): Promise<void> =>
    nutgraf.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), {
      x,
      y,
      width: 900,
      height: 600,
    });
  const file = path.join(nutgraf.folder, 'browser', 'window.json');
  const kept = (): Promise<string> => readFile(file, 'utf8').catch(() => '[]');
  /** This machine has one display: the system is asked of a second one, and says that it came or went. */
  const plug = (docked: boolean): Promise<void> =>
    nutgraf.app.evaluate(({ screen }, isDocked) => {
      const [own] = screen.getAllDisplays();
      if (!own) throw new Error('There is no display.');
      const beside = { x: own.bounds.width, y: 0, width: 800, height: 600 };
      const second = { ...own, id: 4711, bounds: beside, workArea: beside };
      screen.getAllDisplays = () => (isDocked ? [own, second] : [own]);
      screen.emit(isDocked ? 'display-added' : 'display-removed', {}, second);
    }, docked);

  await moveTo(60, 70);
  await expect.poll(kept).toContain('"width":900');
  const alone = await place();
  await plug(true);
  await moveTo(210, 140);
  await expect.poll(async () => (JSON.parse(await kept()) as readonly object[]).length).toBe(2);
  const docked = await place();
  expect(docked).not.toEqual(alone);
  await plug(false);
  await expect.poll(place).toEqual(alone);
  await plug(true);
  await expect.poll(place).toEqual(docked);
  await nutgraf.relaunch();
  await expect.poll(place).toEqual(alone);
});

test('Undo and Redo of the Edit menu work on the story', async ({ nutgraf }) => {
  await newArticle(nutgraf);
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
  await newArticle(nutgraf);
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
  const isHeldBack = await nutgraf.app.evaluate(
    ({ BrowserWindow, Menu }) =>
      new Promise((resolve) => {
        Menu.getApplicationMenu()?.getMenuItemById('window.new')?.click();
        const window = BrowserWindow.getAllWindows().find(({ id }) => id !== 1);
        window?.once('close', ({ defaultPrevented }) => {
          if (defaultPrevented) resolve(true);
        });
        window?.once('closed', () => resolve(false));
        window?.close();
      }),
  );
  expect(isHeldBack).toBe(false);
});

// @electron: Electron alone ends a page’s process.
test(
  'the open article is open again after a kill, and in a page that follows a crash',
  { tag: '@electron' },
  async ({ nutgraf }) => {
    await newArticle(nutgraf, 'The first story.');
    const first = await newArticle(nutgraf, 'The second story.');
    await first.headline.fill('Open when the power went');
    await expect(first.saved).toBeVisible();
    await nutgraf.kill();
    await nutgraf.launch();
    const editor = editorOf(nutgraf.window);
    await expect(editor.headline).toHaveValue('Open when the power went');

    await newArticle(nutgraf, 'The third story.');
    await expect(editor.saved).toBeVisible();
    await nutgraf.app.evaluate(async ({ BrowserWindow, dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(null)));
      contents?.forcefullyCrashRenderer();
      await loaded;
    });
    // Playwright has lost the page with its process.
    const text = () =>
      nutgraf.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `document.querySelector('.ProseMirror')?.textContent ?? ''`,
        ),
      );
    await expect.poll(text).toBe('The third story.');
  },
);

// @electron: Electron alone ends a page’s process.
test('a page that crashes is reopened, and the user is told', { tag: '@electron' }, async ({ nutgraf }) => {
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
    .toEqual(['This window stopped and was reopened.']);
  await expect.poll(answers).toBe(true);
});

test('a second start on the same store brings the first one’s window to the front, and ends', async ({
  nutgraf,
}) => {
  const { executablePath, args, env } = launchOptions(test.info().parallelIndex);
  const isMinimized = () =>
    nutgraf.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.isMinimized()));
  await nutgraf.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await expect.poll(isMinimized).toEqual([true]);
  const second = spawn(executablePath, [...args, `--store=${nutgraf.folder}`], { env, stdio: 'ignore' });
  expect(await once(second, 'exit')).toEqual([0, null]);
  await expect.poll(isMinimized).toEqual([false]);
});

test('a window that the system gives no focus asks for attention until it has it', async ({ nutgraf }) => {
  const { executablePath, args, env } = launchOptions(test.info().parallelIndex);
  await nutgraf.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const marked: boolean[] = [];
    if (window)
      Object.assign(window, { focus: () => undefined, flashFrame: (on: boolean) => void marked.push(on) });
    window?.minimize();
    Object.assign(globalThis, { marked });
  });
  const marked = () =>
    nutgraf.app.evaluate(() => (globalThis as unknown as { marked: readonly boolean[] }).marked);
  const isMinimized = () =>
    nutgraf.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await expect.poll(isMinimized).toBe(true);
  // A system that lets no start raise a window.
  await nutgraf.app.evaluate(({ BrowserWindow }) =>
    Object.assign(BrowserWindow.getAllWindows()[0] ?? {}, { restore: () => undefined }),
  );
  const second = spawn(executablePath, [...args, `--store=${nutgraf.folder}`], { env, stdio: 'ignore' });
  expect(await once(second, 'exit')).toEqual([0, null]);
  await expect.poll(marked).toEqual([true]);
  await nutgraf.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('focus'));
  await expect.poll(marked).toEqual([true, false]);
});

test('another process’s write appears without a reload', async ({ nutgraf }) => {
  const ear = await nutgraf.window.evaluateHandle(() => ({
    heard: new Promise((resolve) => {
      window.nutgraf.on('articles.changed', resolve);
    }),
  }));
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
  expect(await ear.evaluate(({ heard }) => heard)).toEqual({ kind: 'any' });
  await expect(nutgraf.window.getByText('World', { exact: true })).toBeVisible();
});
