import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inProject, packageScript, say } from '../project';

const packageFolder = inProject('node_modules', 'electron');

/** How long a download may stall before it is given up. */
const stallMilliseconds = 10_000;

/** The version installed by package.json's `electron`. */
export function officialVersion(): string {
  const manifest = readFileSync(packageScript('electron/package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

/** The official executable if it is completely installed, else null. */
export function installedOfficial(): string | null {
  const version = path.join(packageFolder, 'dist', 'version');
  const name = path.join(packageFolder, 'path.txt');
  if (!existsSync(version) || !existsSync(name)) return null;
  if (readFileSync(version, 'utf8').trim().replace(/^v/, '') !== officialVersion()) return null;
  const executable = path.join(packageFolder, 'dist', readFileSync(name, 'utf8'));
  return existsSync(executable) ? executable : null;
}

/**
 * Lets the electron package fetch its binary (it honours mirrors, proxies and its own cache).
 *
 * @returns null on success, else the reason in a few words
 */
export async function downloadOfficial(): Promise<string | null> {
  say(`downloading Electron ${officialVersion()} (once) …`);
  const scratch = await mkdtemp(path.join(tmpdir(), 'nutgraf-electron-'));
  try {
    return await install(scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function install(scratch: string): Promise<string | null> {
  const child = spawn(process.execPath, [packageScript('electron/install.js')], {
    env: { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const stopWatching = watchForStall([scratch, path.join(packageFolder, 'dist')], () => child.kill());
  const code = await ended;
  stopWatching();
  if (code === 0) return null;
  return code === null ? 'no answer in 10 s' : (/^\w*Error: (.+)$/m.exec(errors)?.[1] ?? 'it failed');
}

/** Calls `stalled` when the folders have not grown for a while: a slow download may take its time. */
function watchForStall(folders: readonly string[], stalled: () => void): () => void {
  let last = 0;
  const check = async (): Promise<void> => {
    const sizes = await Promise.all(folders.map(bytesIn));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    if (bytes <= last) stalled();
    last = bytes;
  };
  const timer = setInterval(() => void check(), stallMilliseconds);
  return () => clearInterval(timer);
}

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = names.map((name) =>
    stat(path.join(folder, name)).then(
      (found) => found.size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
