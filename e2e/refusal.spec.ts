import { execFile } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { _electron } from '@playwright/test';
import { heldUntilConnected, launchOptions } from '../tools/launchOptions';
import { DeskApp, expect, test } from './fixtures';

/** Starts the app where it cannot open its store: what its window says, and the code it ends with. */
async function refused(store: string, slot: number, starter: { file: string; env: Record<string, string> }) {
  const { args, env, ...options } = launchOptions(slot);
  const app = await _electron.launch({
    ...options,
    executablePath: starter.file,
    env: { ...env, ...starter.env },
    args: [...heldUntilConnected(), ...args, `--store=${store}`],
  });
  const ended = new Promise<number | null>((resolve) => void app.process().once('exit', resolve));
  const window = await app.firstWindow();
  const words = await window.getByRole('alert').innerText();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  return { words, code: await ended };
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

test('a second start on an open store says on the command line why it is none', async ({ desk, folder }, {
  parallelIndex,
}) => {
  await desk.window.title();
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
  const desk = new DeskApp(store, parallelIndex);
  await desk.launch();
  await desk.quit();
});
