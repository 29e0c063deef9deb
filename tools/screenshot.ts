import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { ensureBuilt } from './build';
import { heldUntilConnected, launchEnvironment, launchOptions } from './display/launchOptions';
import { inProject, runScript } from './project';
import { asNode, readyRuntime } from './runtime/readyRuntime';
import { sandboxSwitches } from './display/sandbox';
import { withPrivateScreens } from './display/screen';

const storyFolder = inProject('tools', 'screenshot');
const guide = inProject('docs', 'guide');

/** A picture: its file, and what a person would do to see it, one after another in one window. */
interface Picture {
  readonly file: string;
  readonly show: (window: Page, app: ElectronApplication) => Promise<void>;
}

/** Pictures of one store: how it comes to be, the switches that the app starts with, and how large its window is. */
interface Album {
  readonly fill: (nutgraf: Nutgraf, store: string) => void;
  readonly switches: readonly string[];
  readonly size: { readonly width: number; readonly height: number };
  readonly pictures: readonly Picture[];
}

/** Runs the command line on a store. */
type Nutgraf = (store: string, ...words: readonly string[]) => void;

const open = (headline: string) => (window: Page) =>
  window.getByRole('option', { name: headline }).first().click();

const tab = (window: Page, name: string): Promise<void> => window.getByRole('tab', { name }).click();

const ofReadme: Album = {
  // The night train comes last, so that it is first in the list.
  fill: (nutgraf, store) => {
    const isLast = (name: string): number => Number(name.startsWith('night'));
    const names = readdirSync(storyFolder).toSorted((a, b) => isLast(a) - isLast(b));
    nutgraf(store, 'import', ...names.map((name) => path.join(storyFolder, name)));
  },
  switches: [],
  size: { width: 1440, height: 900 },
  pictures: [
    {
      file: inProject('resources', 'screenshot.png'),
      show: async (window) => {
        await open('The night train that nobody wanted')(window);
        await tab(window, 'Ads');
        await window.getByText('Eleven years on notice').click();
      },
    },
  ],
};

const ofGuide: Album = {
  fill: () => undefined,
  switches: ['--sample-desk'],
  size: { width: 1280, height: 800 },
  pictures: [
    {
      file: path.join(guide, 'write.png'),
      show: async (window) => {
        await window.getByRole('option').nth(11).waitFor();
        await window.getByRole('button', { name: 'Dismiss' }).first().click();
        await open('The last keeper’s log')(window);
        await window.getByText('A keeper’s day was cut in four').click();
      },
    },
    { file: path.join(guide, 'ads.png'), show: (window) => tab(window, 'Ads') },
    { file: path.join(guide, 'history.png'), show: (window) => tab(window, 'History') },
    {
      file: path.join(guide, 'hold.png'),
      show: async (window) => {
        await tab(window, 'Article');
        await open('Court to rule on harbour lease')(window);
        await window.getByText('The lease ran out').waitFor();
      },
    },
    {
      file: path.join(guide, 'palette.png'),
      show: async (window, app) => {
        await app.evaluate(({ Menu }) => {
          Menu.getApplicationMenu()?.getMenuItemById('palette.open')?.click();
        });
        await window.getByRole('dialog').waitFor();
        await window.keyboard.type('ad');
      },
    },
  ],
};

/** Takes the pictures of the README and of the guide from the running app, each album on a store of its own. */
await runScript(async () => {
  const runtime = await readyRuntime('privateWindows');
  const switches = sandboxSwitches(runtime.executable);
  await ensureBuilt('app');
  mkdirSync(guide, { recursive: true });
  const nutgraf: Nutgraf = (store, ...words) => {
    const cli = inProject('out', 'main', 'cli.js');
    execFileSync(runtime.executable, [cli, '--store', store, ...words], { env: asNode(runtime) });
  };
  return await withPrivateScreens(1, async (screens) => {
    const environment = launchEnvironment(runtime.executable, switches, screens);
    for (const album of [ofReadme, ofGuide]) {
      const store = mkdtempSync(path.join(tmpdir(), 'nutgraf-screenshot-'));
      try {
        album.fill(nutgraf, store);
        await takePictures(album, store, environment);
      } finally {
        rmSync(store, { recursive: true, force: true, maxRetries: 5 });
      }
    }
    return 0;
  });
});

async function takePictures(album: Album, store: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const { args, ...options } = launchOptions(0, environment);
  const app = await _electron.launch({
    ...options,
    args: [...heldUntilConnected(), ...args, `--store=${store}`, ...album.switches],
  });
  try {
    const window = await app.firstWindow();
    // Not sooner: what main is asked before it has run its own modules may never be answered.
    await app.evaluate(({ BrowserWindow, nativeTheme }, { width, height }) => {
      nativeTheme.themeSource = 'light';
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, album.size);
    for (const { file, show } of album.pictures) {
      await show(window, app);
      await window.evaluate('document.fonts.ready.then(() => null)');
      await window.screenshot({ path: file });
    }
  } finally {
    await app.close();
  }
}
