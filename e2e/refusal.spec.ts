import { execFile } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { _electron } from '@playwright/test';
import { heldUntilConnected, type LaunchOptions, launchOptions } from '../tools/display/launchOptions';
import { NutgrafApp, expect, test } from './fixtures';
import { asPlainUser } from './plainUser';
import { editorOf, newArticle } from './storyEditor';

/** Starts the app where it cannot open its store: what its window says, and the code it ends with. */
async function refusedBy({ args, ...options }: LaunchOptions, store: string) {
  const app = await _electron.launch({
    ...options,
    args: [...heldUntilConnected(), ...args, `--store=${store}`],
  });
  const ended = new Promise<number | null>((resolve) => void app.process().once('exit', resolve));
  const window = await app.firstWindow();
  const words = await window.getByRole('alert').innerText();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  return { words, code: await ended };
}

/** The same through a program that starts Electron in its turn. */
async function refused(store: string, slot: number, starter: { file: string; env: Record<string, string> }) {
  const { env, ...options } = launchOptions(slot);
  return refusedBy({ ...options, executablePath: starter.file, env: { ...env, ...starter.env } }, store);
}

test('a store on a read-only disk is told in a window, with what to do, and the app ends with an error', async ({
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
    expect(words).toContain('The disk on which the store lies is read-only. Make it writable, or start');
    expect(words).toContain(store);
    expect(code).toBe(1);
  }
});

test('a file in the place of the store’s folder is told in a window', async ({ folder }, {
  parallelIndex,
}) => {
  const store = path.join(folder, 'file');
  writeFileSync(store, 'words');
  const { executablePath } = launchOptions(parallelIndex);
  const { words, code } = await refused(store, parallelIndex, { file: executablePath, env: {} });
  expect(words).toContain('A file lies where the folder of the store belongs.');
  expect(code).toBe(1);
});

/** Stores that a plain user may read and not write to, as `lock` leaves them. */
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

test('a plain user who may not write to the store is told so in a window and on the command line', async ({
  nutgraf,
  folder,
}, { parallelIndex }) => {
  await newArticle(nutgraf, 'Words.');
  await expect(editorOf(nutgraf.window).saved).toBeVisible();
  await nutgraf.quit();
  // The way to the stores is open to everybody: only they are not.
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
    expect(words, what).toContain('Nutgraf may not write to the folder of its store.');
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
});

test('a second start on an open store says on the command line why it is none', async ({ nutgraf, folder }, {
  parallelIndex,
}) => {
  await nutgraf.window.title();
  const { executablePath, args, env } = launchOptions(parallelIndex);
  const second = await promisify(execFile)(executablePath, [...args, `--store=${folder}`], { env });
  expect(second.stderr).toContain(`nutgraf: Nutgraf has this store open already (${folder})`);
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
