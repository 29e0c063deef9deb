import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Page, _electron } from '@playwright/test';
import { heldUntilConnected, type LaunchOptions, launchOptions } from '../tools/display/launchOptions';
import { projectFolder } from '../tools/project';
import { readCatalogue } from '../tools/texts/catalogues';
import { NutgrafApp, expect, test } from './fixtures';
import { asPlainUser } from './plainUser';
import { editorOf, newArticle } from './storyEditor';

/** Starts the app where it cannot open its store: returns what its window says and its exit code. */
async function refusedBy({ args, ...options }: LaunchOptions, store: string) {
  const app = await _electron.launch({
    ...options,
    args: [...heldUntilConnected(), ...args, `--store=${store}`],
  });
  const ended = new Promise<number | null>((resolve) => void app.process().once('exit', resolve));
  // The app's own first window may have been on its way.
  const isRefusal = (page: Page): boolean => page.url().startsWith('data:');
  await expect.poll(() => app.windows().some(isRefusal)).toBe(true);
  const words = await app.windows().find(isRefusal)?.getByRole('alert').innerText();
  await expect.poll(() => app.windows().length, 'no window but this one').toBe(1);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  return { words, code: await ended };
}

/** The same through a program that starts Electron. */
async function refused(store: string, slot: number, starter: { file: string; env: Record<string, string> }) {
  const { env, ...options } = launchOptions(slot);
  return refusedBy({ ...options, executablePath: starter.file, env: { ...env, ...starter.env } }, store);
}

/** Leaves a store that has something to lose. */
async function quitWithAnArticle(nutgraf: NutgrafApp): Promise<void> {
  await newArticle(nutgraf, 'Words.');
  await expect(editorOf(nutgraf.window).saved).toBeVisible();
  await nutgraf.quit();
}

test('a store on a read-only disk is reported in a window, with what to do, and the app exits with an error', async ({
  folder,
}, { parallelIndex }) => {
  const starter = {
    file: path.join(import.meta.dirname, 'fixtures', 'onReadOnlyDisk.sh'),
    env: { READ_ONLY_DISK: folder },
  };
  mkdirSync(path.join(folder, 'there'));
  for (const name of ['there', 'not there yet']) {
    const store = path.join(folder, name);
    const { words, code } = await refused(store, parallelIndex, starter);
    expect(words).toContain('Nutgraf cannot open its store');
    expect(words).toContain('The store is on a read-only disk. Make the disk writable, or start');
    expect(words).toContain(store);
    expect(code).toBe(1);
  }
});

test('a file in the place of the store’s folder is reported in a window', async ({ folder }, {
  parallelIndex,
}) => {
  const store = path.join(folder, 'file');
  writeFileSync(store, 'words');
  const { executablePath } = launchOptions(parallelIndex);
  const { words, code } = await refused(store, parallelIndex, { file: executablePath, env: {} });
  expect(words).toContain('There is a file where the store’s folder belongs.');
  expect(code).toBe(1);
});

test('a start that is refused says so in the language that it was told', async ({ folder }, {
  parallelIndex,
}) => {
  const store = path.join(folder, 'file');
  writeFileSync(store, 'words');
  const { args, ...options } = launchOptions(parallelIndex);
  const { words } = await refusedBy({ ...options, args: [...args, '--language=fr'] }, store);
  const french = readCatalogue(projectFolder, 'fr');
  expect(words).toContain(french['Nutgraf cannot open its store']);
  expect(words).toContain(french['The store’s folder']);
  expect(words).not.toContain('belongs');
});

/** Stores that a plain user can read but not write, as `lock` leaves them. */
const locked: readonly (readonly [what: string, lock: (store: string, owner: number) => void])[] = [
  ['folder', (store) => chmodSync(store, 0o555)],
  [
    'database',
    (store, owner) => {
      chownSync(store, owner, owner);
      chmodSync(path.join(store, 'nutgraf.db'), 0o444);
    },
  ],
  [
    'folder of the interface’s own files',
    (store, owner) => {
      chownSync(store, owner, owner);
      mkdirSync(path.join(store, 'browser'));
      chmodSync(path.join(store, 'browser'), 0o555);
    },
  ],
];

// @electron: starts it as a user who may read little of this machine.
test(
  'a plain user who cannot write to the store is told so in a window and on the command line',
  { tag: '@electron' },
  async ({ nutgraf, folder }, { parallelIndex }) => {
    await quitWithAnArticle(nutgraf);
    // The path to the stores is open to everybody: only they are not.
    chmodSync(folder, 0o755);
    const home = path.join(folder, 'home');
    mkdirSync(home);
    const user = asPlainUser(launchOptions(parallelIndex), home);
    const owner = statSync(home).uid;
    for (const [what, lock] of locked) {
      const store = path.join(folder, `locked ${what}`);
      mkdirSync(store);
      copyFileSync(path.join(folder, 'nutgraf.db'), path.join(store, 'nutgraf.db'));
      lock(store, owner);
      const { words, code } = await refusedBy(user.launch, store);
      expect(words, what).toContain('Nutgraf is not allowed to write to its store.');
      expect(words).toContain(store);
      expect(code).toBe(1);
    }
    const env = { ...user.launch.env, ELECTRON_RUN_AS_NODE: '1' };
    const cli = path.join(import.meta.dirname, '..', 'out', 'main', 'cli.js');
    for (const what of ['folder', 'database']) {
      const args = [cli, '--store', path.join(folder, `locked ${what}`), 'set', 'nope', '--headline', 'x'];
      const ended = await promisify(execFile)(user.launch.executablePath, args, { env }).catch(
        (failed: { readonly code: number; readonly stdout: string }) => failed,
      );
      expect(ended).toMatchObject({ code: 1, stdout: expect.stringContaining('"store_not_writable"') });
    }
    user.end();
  },
);

test('a second start on an open store says on the command line why it does not start', async ({
  nutgraf,
  folder,
}, { parallelIndex }) => {
  await nutgraf.window.title();
  const { executablePath, args, env } = launchOptions(parallelIndex);
  const second = await promisify(execFile)(executablePath, [...args, `--store=${folder}`], { env });
  expect(second.stderr).toContain(`nutgraf: Nutgraf already has this store open (${folder})`);
});

test('a lock that an app on a computer of another name left behind keeps nobody out', async ({ folder }, {
  parallelIndex,
}) => {
  const store = path.join(folder, 'store');
  mkdirSync(path.join(store, 'browser'), { recursive: true });
  symlinkSync('another.example-12345', path.join(store, 'browser', 'SingletonLock'));
  const nutgraf = new NutgrafApp(store, parallelIndex);
  await nutgraf.launch();
  await nutgraf.quit();
});

const project = path.join(import.meta.dirname, '..');

/** A copy of the built app, which a test may take parts from. */
function copyOfApp(folder: string): string {
  for (const part of ['main', 'preload', 'renderer'])
    cpSync(path.join(project, 'out', part), path.join(folder, 'out', part), { recursive: true });
  cpSync(path.join(project, 'package.json'), path.join(folder, 'package.json'));
  cpSync(path.join(project, 'resources'), path.join(folder, 'resources'), { recursive: true });
  symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

// @electron: hears of every window of the app, the first too.
test(
  'a start that fails once its window was made takes the window away, says why, and leaves the store as it was',
  { tag: '@electron' },
  async ({ nutgraf, folder }, { parallelIndex }) => {
    await quitWithAnArticle(nutgraf);
    // As while an update replaces the app's files.
    const app = copyOfApp(path.join(folder, 'app'));
    const chunks = path.join(app, 'out', 'main', 'chunks');
    const behind = readdirSync(chunks).find((name) => name.startsWith('behindWindows')) ?? '';
    rmSync(path.join(chunks, behind));
    const { args, ...options } = launchOptions(parallelIndex);
    const { words, code } = await refusedBy({ ...options, args: [...args.slice(0, -1), app] }, folder);
    expect(words).toContain('Nutgraf cannot start');
    expect(words).toContain('A part of Nutgraf itself is missing or does not work. Your articles are safe.');
    expect(words).toContain(behind);
    expect(code).toBe(1);
    expect(readFileSync(path.join(folder, 'browser', 'nutgraf.log'), 'utf8')).toContain(behind);

    await nutgraf.launch();
    await expect(editorOf(nutgraf.window).text).toHaveText('Words.');
  },
);

test('a database emptied while the app starts is reported, and the app stands', async ({ nutgraf, folder }, {
  parallelIndex,
}) => {
  await quitWithAnArticle(nutgraf);
  const starting = new NutgrafApp(folder, parallelIndex, {
    env: { EMPTIED_DATABASE: path.join(folder, 'nutgraf.db') },
    required: ['-r', path.join(import.meta.dirname, 'fixtures', 'emptiedStore.cjs')],
  });
  await starting.launch();
  await expect(starting.window.getByRole('region', { name: 'Notices' })).toContainText(
    'The store’s database was empty',
  );
  await newArticle(starting, 'More words.');
  await expect(editorOf(starting.window).saved).toBeVisible();
  await starting.quit();
});
