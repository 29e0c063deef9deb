import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { operations } from '../src/shared/contract';
import { namesSwitch, operationNames } from '../src/shared/contract/define';
import { type DeskApp, expect, test } from './fixtures';

const refusal = (code: string) =>
  expect.objectContaining({ ok: false, failure: expect.objectContaining({ code }) });
const settings = (page: Page) => page.evaluate(() => window.desk.desk.settings());

test('a window calls main and hears of what it did', async ({ desk }) => {
  const heard = await desk.window.evaluate(async () => {
    const events: unknown[] = [];
    const stop = window.desk.on('settings.changed', (changed) => events.push(changed.theme));
    await window.desk.desk.changeSettings({ theme: 'dark' });
    stop();
    await window.desk.desk.changeSettings({ theme: 'light' });
    return events;
  });
  expect(heard).toEqual(['dark']);
  expect(await settings(desk.window)).toMatchObject({ ok: true, value: { theme: 'light' } });
});

test('a malformed request is refused with what is wrong', async ({ desk }) => {
  const outcomes = await desk.window.evaluate(() =>
    Promise.all([
      window.desk.articles.get({ id: 'no id' }),
      window.desk.articles.list({ view: 'everything' as 'all' }),
      window.desk.articles.save({ id: 'x', patch: {} } as unknown as Parameters<
        typeof window.desk.articles.save
      >[0]),
      window.desk.desk.changeSettings(Object.assign(() => 0) as unknown as { theme: 'dark' }),
    ]),
  );
  for (const outcome of outcomes) expect(outcome).toEqual(refusal('bad_request'));
});

test('a handler that throws gives a failure, and the app goes on', async ({ desk }) => {
  await desk.app.evaluate(({ dialog, shell }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
    shell.openExternal = () => Promise.reject(new Error('no browser'));
  });
  const outcome = await desk.window.evaluate(() =>
    window.desk.desk.openExternal({ url: 'https://example.org' }),
  );
  expect(outcome).toEqual({
    ok: false,
    failure: expect.objectContaining({ code: 'internal', detail: 'no browser' }),
  });
  expect(await settings(desk.window)).toMatchObject({ ok: true });
});

/** Opens a window of ours after `prepare` ran in main, in the same turn. */
async function openWith(desk: DeskApp, prepare: () => void, undo: () => void): Promise<Page> {
  const opened = desk.app.waitForEvent('window');
  await desk.app.evaluate(prepare as never);
  await desk.menu('window.new');
  const window = await opened;
  await window.locator('#root > *').first().waitFor();
  await desk.app.evaluate(undo as never);
  return window;
}

test('an unknown operation is refused, by whatever name', async ({ desk, folder }) => {
  const script = path.join(folder, 'raw.cjs');
  await writeFile(
    script,
    `const { contextBridge, ipcRenderer } = require('electron');
     contextBridge.exposeInMainWorld('raw', (name) => ipcRenderer.invoke('desk:call', name));`,
  );
  await desk.app.evaluate(({ session }, filePath) => {
    // Electron 35 and later: registerPreloadScript; before it, setPreloads.
    const { defaultSession } = session;
    if ('registerPreloadScript' in defaultSession)
      defaultSession.registerPreloadScript({ type: 'frame', filePath });
    else (defaultSession as { setPreloads: (paths: string[]) => void }).setPreloads([filePath]);
  }, script);
  const window = await desk.newWindow();
  const outcomes = await window.evaluate(() => {
    const { raw } = globalThis as unknown as { raw: (name: unknown) => Promise<unknown> };
    return Promise.all(['articles.burn', '__proto__', 'constructor.name', '', null, 7].map(raw));
  });
  for (const outcome of outcomes) expect(outcome).toEqual(refusal('unknown_operation'));
});

test('a window that is not ours is refused, with our preload and our page', async ({ desk }) => {
  const opened = desk.app.waitForEvent('window');
  const id = await desk.app.evaluate(
    ({ app, BrowserWindow }, names) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`;
      const window = new BrowserWindow({ webPreferences: { preload, additionalArguments: [names] } });
      void window.loadURL('app://nutgraf/index.html');
      return window.id;
    },
    namesSwitch.write(operationNames(operations)),
  );
  const stranger = await opened;
  await stranger.waitForFunction(() => 'desk' in globalThis);
  expect(await settings(stranger)).toEqual(refusal('untrusted_sender'));
  await desk.app.evaluate(({ BrowserWindow }, stranger) => BrowserWindow.fromId(stranger)?.destroy(), id);
});

/** What the DOM's types do not know yet. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (text: string) => string },
  ) => { readonly createHTML: (text: string) => string };
}

// Preloads run in main frames alone; a setting smuggled into one window of ours lets its sub-frames have one.
test('a sub-frame of a window of ours is refused', async ({ desk }) => {
  const smuggle = (): void => {
    Object.assign(Object.prototype, { nodeIntegrationInSubFrames: true });
  };
  const undo = (): void => {
    delete (Object.prototype as { nodeIntegrationInSubFrames?: boolean }).nodeIntegrationInSubFrames;
  };
  const page = await openWith(desk, smuggle, undo);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const { trustedTypes } = globalThis as unknown as { readonly trustedTypes: TrustedTypes };
        const markup = trustedTypes.createPolicy('ProseMirrorClipboard', { createHTML: (text) => text });
        const frame = document.createElement('iframe');
        frame.addEventListener('load', resolve);
        frame.srcdoc = markup.createHTML('<p>sub-frame</p>');
        document.body.append(frame);
      }),
  );
  const frame = page.frames().find((one) => one.parentFrame() !== null);
  expect(await frame?.evaluate(() => window.desk.desk.settings())).toEqual(refusal('untrusted_sender'));
  expect(await settings(page)).toMatchObject({ ok: true });
});
