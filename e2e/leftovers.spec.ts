import type { CDPSession, Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { type NutgrafApp, expect, test } from './fixtures';
import { importNewsPage } from './newsPage';
import { editorOf } from './storyEditor';

/** As the list has them, the newest first. */
const articles = Array.from({ length: 80 }, (_, index) => `Article ${80 - index}`);
/** More than the window keeps in memory: with each that is opened after these, one is released. */
const kept = 55;

declare global {
  interface Window {
    /** The timers that are running, counted from the page's first script on. */
    readonly runningTimers: Set<unknown>;
  }
}

/** What was read of an article is kept for minutes after nobody shows it, and is released by a timer. */
const CACHED = 60_000;

/** Counts the timers of pages loaded from now on, except those that only empty a cache. */
async function countTimers(page: Page): Promise<void> {
  await page.addInitScript((cached) => {
    const running = new Set<unknown>();
    const start = window.setTimeout.bind(window);
    const startEach = window.setInterval.bind(window);
    const stop = window.clearTimeout.bind(window);
    const stopEach = window.clearInterval.bind(window);
    const set = (run: TimerHandler, ms?: number, ...rest: unknown[]): number => {
      const id = start(() => {
        running.delete(id);
        if (typeof run === 'function') (run as (...given: unknown[]) => void)(...rest);
      }, ms);
      if ((ms ?? 0) < cached) running.add(id);
      return id;
    };
    const setEach = (run: TimerHandler, ms?: number, ...rest: unknown[]): number => {
      const id = startEach(run, ms, ...rest);
      running.add(id);
      return id;
    };
    const clearing = (clear: typeof stop) => (id?: number) => {
      running.delete(id);
      clear(id);
    };
    Object.assign(window, {
      runningTimers: running,
      setTimeout: set,
      setInterval: setEach,
      clearTimeout: clearing(stop),
      clearInterval: clearing(stopEach),
    });
  }, CACHED);
}

/** What a page holds on to: its listeners and its timers. */
async function heldBy(page: Page, session: CDPSession) {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const listeners = metrics.find(({ name }) => name === 'JSEventListeners')?.value ?? 0;
  const timers = await page.evaluate(() => window.runningTimers.size);
  return { listeners, timers };
}

/** Counts main's worker threads from now on: what keeps Node awake does not name them. */
async function countWorkers({ app }: NutgrafApp): Promise<void> {
  await app.evaluate(() => {
    const running = new Set<unknown>();
    const { subscribe } = process.getBuiltinModule('node:diagnostics_channel');
    subscribe('worker_threads', (message) => {
      const { worker } = message as { readonly worker: NodeJS.EventEmitter };
      running.add(worker);
      worker.once('exit', () => running.delete(worker));
    });
    Object.assign(globalThis, { runningWorkers: running });
  });
}

/** What main holds on to: what keeps it awake by kind, and the listeners on what outlives a window. */
function heldByMain({ app }: NutgrafApp): Promise<Record<string, number>> {
  return app.evaluate(({ app: itself, ipcMain, nativeTheme, powerMonitor, session, webContents }) => {
    const lasting = { itself, ipcMain, nativeTheme, powerMonitor, session: session.defaultSession };
    const listeners = Object.entries(lasting).map(([name, emitter]): [string, number] => {
      const heard: NodeJS.EventEmitter = emitter;
      return [name, heard.eventNames().reduce((sum, event) => sum + heard.listenerCount(event), 0)];
    });
    const awake = new Map<string, number>();
    // A file or a pipe comes and goes with the log and with the test's own connection to the app.
    for (const kind of process.getActiveResourcesInfo())
      if (['Timeout', 'MessagePort'].includes(kind)) awake.set(kind, (awake.get(kind) ?? 0) + 1);
    const { runningWorkers } = globalThis as { readonly runningWorkers?: ReadonlySet<unknown> };
    return Object.fromEntries([
      ...listeners,
      ...awake,
      ['pages', webContents.getAllWebContents().length],
      ['workers', runningWorkers?.size ?? 0],
    ]);
  });
}

type Held = Readonly<Record<string, number>>;

/** What there is more of than before. */
const grown = (now: Held, before: Held) =>
  Object.fromEntries(Object.entries(now).filter(([name, count]) => count > (before[name] ?? 0)));

/** Opens some articles, from the selected row of the list downwards. */
async function openEach(page: Page, headlines: readonly string[]): Promise<void> {
  const { headline } = editorOf(page);
  await page.getByRole('listbox').focus();
  for (const name of headlines) {
    await page.keyboard.press('Enter');
    await expect(headline).toHaveValue(name);
    await expect(page.locator('.ProseMirror')).toBeVisible();
    await page.getByRole('listbox').focus();
    await page.keyboard.press('ArrowDown');
  }
}

test('articles that were opened and released leave no listener and no timer in the window', async ({
  nutgraf,
}) => {
  const page = nutgraf.window;
  await page.evaluate(async (headlines) => {
    for (const headline of headlines) {
      const made = await window.nutgraf.articles.create({ sectionId: null });
      if (!made.ok) throw new Error(made.failure.message);
      const { id, version } = made.value;
      await window.nutgraf.articles.save({ id, baseVersion: version, patch: { headline } });
    }
  }, articles.toReversed());
  await countTimers(page);
  await page.reload();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await expect(page.getByRole('option').first()).toContainText(articles[0] ?? 'no article');
  await page.getByRole('listbox').focus();
  await page.keyboard.press('Home');
  await openEach(page, articles.slice(0, kept));
  const first = await heldBy(page, session);
  await openEach(page, articles.slice(kept));
  // Something about to end is waited for; a leak only grows.
  await expect.poll(async () => grown(await heldBy(page, session), first)).toEqual({});
});

// @electron: counts the listeners of Electron’s own objects.
test(
  'windows that were opened and closed, and imports, leave nothing behind in the app',
  { tag: '@electron' },
  async ({ nutgraf }) => {
    const openAndClose = async (): Promise<void> => {
      const opened = [await nutgraf.newWindow(), await nutgraf.newWindow()];
      for (const page of opened.toReversed()) {
        const closed = page.waitForEvent('close');
        const handle = await nutgraf.app.browserWindow(page);
        await handle.evaluate((window: BrowserWindow) => window.close());
        await closed;
      }
    };
    await countWorkers(nutgraf);
    await importNewsPage(nutgraf);
    await openAndClose();
    const first = await heldByMain(nutgraf);
    await importNewsPage(nutgraf);
    await openAndClose();
    await openAndClose();
    await expect.poll(async () => grown(await heldByMain(nutgraf), first)).toEqual({});
  },
);
