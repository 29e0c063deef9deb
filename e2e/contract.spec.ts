import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { operations } from '../src/shared/contract';
import { namesSwitch, operationNames, refusals } from '../src/shared/contract/define';
import { STORY_LIMITS } from '../src/shared/contract/requestSize';
import { type NutgrafApp, expect, test } from './fixtures';

const refusal = (code: string) =>
  expect.objectContaining({ ok: false, failure: expect.objectContaining({ code }) });
const settings = (page: Page) => page.evaluate(() => window.nutgraf.app.settings());

test('a window calls main and is told of the change', async ({ nutgraf }) => {
  const heard = await nutgraf.window.evaluate(async () => {
    const events: unknown[] = [];
    const stop = window.nutgraf.on('settings.changed', ({ theme }) => void events.push(theme));
    // The answer and the event come by different ways: neither waits for the other.
    const change = async (command: string): Promise<void> => {
      const told = new Promise((resolve) => {
        window.nutgraf.on('settings.changed', resolve);
      });
      await window.nutgraf.app.run({ command });
      await told;
    };
    await change('view.themeDark');
    stop();
    await change('view.themeLight');
    return events;
  });
  expect(heard).toEqual(['dark']);
  expect(await settings(nutgraf.window)).toMatchObject({ ok: true, value: { theme: 'light' } });
});

test('a malformed request is refused, and the refusal says what is wrong', async ({ nutgraf }) => {
  const outcomes = await nutgraf.window.evaluate(() =>
    Promise.all([
      window.nutgraf.articles.get({ id: 'no id' }),
      window.nutgraf.articles.list({ view: 'everything' as 'all' }),
      window.nutgraf.articles.save({ id: 'x', patch: {} } as unknown as Parameters<
        typeof window.nutgraf.articles.save
      >[0]),
      window.nutgraf.app.run(Object.assign(() => 0) as unknown as { command: string }),
    ]),
  );
  expect(outcomes.slice(0, 3)).toEqual(Array(3).fill(refusal('bad_request')));
  // The preload could not pass it on, and has no words of its own.
  expect(outcomes[3]).toEqual(refusal(refusals.notPassed));
});

// What a schema would take long over is refused first, in the window and, for a caller that bypasses it, in main.
// @electron: what may cross is measured in what Electron itself copies.
test(
  'no call of any operation can be made too large or too deep for main',
  { tag: '@electron' },
  async ({ nutgraf }) => {
    const stories = Object.entries(operations).flatMap(([room, calls]) =>
      Object.entries<{ readonly limits: unknown }>(calls)
        .filter(([, { limits }]) => limits === STORY_LIMITS)
        .map(([name]) => `${room}.${name}`),
    );
    expect(stories).toContain('articles.save');
    const answers = await nutgraf.window.evaluate(
      async ([names, ofStories]) => {
        const deep = (): unknown => {
          let value: unknown = 'x';
          for (let level = 0; level < 300; level += 1) value = { id: value };
          return value;
        };
        const many = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
        const overACall: readonly (() => unknown)[] = [
          () => 'x'.repeat(1_100_000),
          () => ({ id: 'x'.repeat(600_000), query: 'x'.repeat(600_000) }),
          deep,
          () => many(21_000),
          () => Object.fromEntries(many(21_000).map((index) => [`k${index}`, index])),
        ];
        const overAStory: readonly (() => unknown)[] = [
          deep,
          () => ({ patch: { headline: 'x'.repeat(5_000_000) } }),
          () => ({ patch: { body: { type: 'doc', content: many(410_000) } } }),
          () => ({ patch: { body: '['.repeat(300) + ']'.repeat(300) } }),
          () => ({ patch: { body: JSON.stringify(many(210_000)) } }),
          () => ({ patch: { body: JSON.stringify(['x'.repeat(1_100_000)]) } }),
        ];
        const found = new Set<string>();
        const rooms = window.nutgraf as unknown as Record<
          string,
          Record<string, (request: unknown) => Promise<{ ok: boolean; failure?: { code: string } }>>
        >;
        for (const [room, calls] of Object.entries(names)) {
          for (const name of calls) {
            const isStory = ofStories.includes(`${room}.${name}`);
            for (const request of isStory ? overAStory : overACall) {
              const outcome = await rooms[room]?.[name]?.(request());
              found.add(outcome?.failure?.code ?? `${room}.${name} took it`);
            }
          }
        }
        return [...found];
      },
      [operationNames(operations), stories] as const,
    );
    expect(answers).toEqual([refusals.tooLarge]);
    expect(await settings(nutgraf.window)).toMatchObject({ ok: true });
  },
);

test('a file that is hard to read delays no other call', async ({ nutgraf }) => {
  const { answered, outcome } = await nutgraf.window.evaluate(async () => {
    const page = `<nav>Menu</nav>${'<p>It will be closed for a year.</p>'.repeat(3000)}`;
    const state = { isRead: false };
    const ended = new Promise<void>((resolve) => {
      window.nutgraf.on('jobs.changed', (job) => {
        if (job.finishedAt !== null) resolve();
      });
    });
    const reading = window.nutgraf.imports
      .dropped([new File([page], 'hard.html')])
      .then(async (job) => {
        await ended;
        return window.nutgraf.imports.outcomes({ id: job.ok && job.value ? job.value.id : '' });
      })
      .finally(() => (state.isRead = true));
    let answered = 0;
    for (; !state.isRead; answered += 1) await window.nutgraf.app.settings();
    return { answered, outcome: await reading };
  });
  expect(outcome).toMatchObject({ ok: true, value: [{ kind: 'imported', summary: { words: 21_001 } }] });
  // None of the calls waiting behind one that blocks main is answered before it.
  expect(answered).toBeGreaterThan(20);
});

test('a handler that throws gives a failure, and the app carries on', async ({ nutgraf }) => {
  await nutgraf.app.evaluate(({ dialog, shell }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
    shell.openExternal = () => Promise.reject(new Error('no browser'));
  });
  const outcome = await nutgraf.window.evaluate(() =>
    window.nutgraf.app.openExternal({ url: 'https://example.org' }),
  );
  expect(outcome).toEqual({
    ok: false,
    failure: expect.objectContaining({ code: 'internal', detail: 'no browser' }),
  });
  expect(await settings(nutgraf.window)).toMatchObject({ ok: true });
});

/** Opens a window of ours after `prepare` ran in main, in the same turn. */
async function openWith(nutgraf: NutgrafApp, prepare: () => void, undo: () => void): Promise<Page> {
  const opened = nutgraf.app.waitForEvent('window');
  await nutgraf.app.evaluate(prepare as never);
  await nutgraf.menu('window.new');
  const window = await opened;
  await window.locator('#root > *').first().waitFor();
  await nutgraf.app.evaluate(undo as never);
  return window;
}

// @electron: needs a preload of its own, which Electron alone takes.
test(
  'an unknown operation is refused, by whatever name',
  { tag: '@electron' },
  async ({ nutgraf, folder }) => {
    const script = path.join(folder, 'raw.cjs');
    await writeFile(
      script,
      `const { contextBridge, ipcRenderer } = require('electron');
     contextBridge.exposeInMainWorld('raw', (name) => ipcRenderer.invoke('nutgraf:call', name));`,
    );
    await nutgraf.app.evaluate(({ session }, filePath) => {
      // Electron 35 and later: registerPreloadScript; before it, setPreloads.
      const { defaultSession } = session;
      if ('registerPreloadScript' in defaultSession)
        defaultSession.registerPreloadScript({ type: 'frame', filePath });
      else (defaultSession as { setPreloads: (paths: string[]) => void }).setPreloads([filePath]);
    }, script);
    const window = await nutgraf.newWindow();
    const outcomes = await window.evaluate(() => {
      const { raw } = globalThis as unknown as { raw: (name: unknown) => Promise<unknown> };
      return Promise.all(['articles.burn', '__proto__', 'constructor.name', '', null, 7].map(raw));
    });
    for (const outcome of outcomes) expect(outcome).toEqual(refusal('unknown_operation'));
  },
);

test('a window that is not ours is refused, with our preload and our page', async ({ nutgraf }) => {
  const opened = nutgraf.app.waitForEvent('window');
  const id = await nutgraf.app.evaluate(
    ({ app, BrowserWindow }, names) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`;
      const window = new BrowserWindow({ webPreferences: { preload, additionalArguments: [names] } });
      void window.loadURL('app://nutgraf/index.html');
      return window.id;
    },
    namesSwitch.write(operationNames(operations)),
  );
  const stranger = await opened;
  await stranger.waitForFunction(() => 'nutgraf' in globalThis);
  expect(await settings(stranger)).toEqual(refusal('untrusted_sender'));
  await nutgraf.app.evaluate(({ BrowserWindow }, stranger) => BrowserWindow.fromId(stranger)?.destroy(), id);
});

/** What the DOM's types do not know yet. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (text: string) => string },
  ) => { readonly createHTML: (text: string) => string };
}

// Preloads run in main frames only; a setting smuggled into one window of ours lets its sub-frames have one.
// @electron: needs the preload in a frame, where Electron alone runs it.
test('a sub-frame of a window of ours is refused', { tag: '@electron' }, async ({ nutgraf }) => {
  const smuggle = (): void => {
    Object.assign(Object.prototype, { nodeIntegrationInSubFrames: true });
  };
  const undo = (): void => {
    delete (Object.prototype as { nodeIntegrationInSubFrames?: boolean }).nodeIntegrationInSubFrames;
  };
  const page = await openWith(nutgraf, smuggle, undo);
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
  expect(await frame?.evaluate(() => window.nutgraf.app.settings())).toEqual(refusal('untrusted_sender'));
  expect(await settings(page)).toMatchObject({ ok: true });
});
