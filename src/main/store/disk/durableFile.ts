import {
  closeSync,
  fsync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { NutgrafError } from '#shared/domain/failure';

/** Brings a file's bytes to the disk. */
export function syncFile(file: string): void {
  syncPath(file, 'r+');
}

/** Brings a folder's entries to the disk, so that a rename in it lasts. Windows knows no such call. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncPath(folder, 'r');
}

/** Makes a folder with those above it, there to stay when it returns. */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made));
}

/**
 * The same for a folder in the store's own: something else may lie in its place, or a link that leads nowhere. Throws
 * NutgrafError `folder_blocked` then; `whose` says what belongs there.
 */
export function makeFolderFor(whose: string, folder: string): void {
  try {
    makeFolder(folder);
  } catch (thrown) {
    if (!(thrown instanceof Error) || !('code' in thrown) || !blocking.has(String(thrown.code))) throw thrown;
    throw new NutgrafError(
      'folder_blocked',
      `Something else lies where ${whose} belong (${folder}). Move it away, or put back what a link there leads to; it is tried again then.`,
      thrown.message,
    );
  }
}

const blocking: ReadonlySet<string> = new Set(['EEXIST', 'ENOTDIR', 'ENOENT', 'ELOOP']);

/** A file that is written under a temporary name, and neither on the disk yet nor in its place. */
export interface WrittenPart {
  readonly file: string;
  readonly part: string;
  readonly handle: number;
}

/** Writes a file under a temporary name, to be put in its place by {@link putInPlace}. */
export function writePart(file: string, bytes: Uint8Array): WrittenPart {
  const part = `${file}.${process.pid}.part`;
  const handle = openSync(part, 'w');
  try {
    writeFileSync(handle, bytes);
    return { file, part, handle };
  } catch (thrown) {
    closeSync(handle);
    rmSync(part, { force: true });
    throw thrown;
  }
}

/**
 * Brings what was written to the disk and renames it; what fails leaves nothing behind. Several at once take hardly
 * longer than one: a disk brings to itself together what it is asked for together. The rename itself lasts once
 * `syncFolder` was called.
 */
export async function putInPlace({ file, part, handle }: WrittenPart): Promise<void> {
  try {
    await sync(handle).finally(() => closeSync(handle));
    renameSync(part, file);
  } catch (thrown) {
    rmSync(part, { force: true });
    throw thrown;
  }
}

const sync = promisify(fsync);

/**
 * Writes a file whole or not at all: under a temporary name, brought to the disk, renamed. The rename itself lasts
 * once `syncFolder` was called.
 */
export function replaceFile(file: string, bytes: Uint8Array): void {
  const { part, handle } = writePart(file, bytes);
  try {
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(part, file);
  } catch (thrown) {
    rmSync(part, { force: true });
    throw thrown;
  }
}

/** Removes what `replaceFile` left half-written in a folder when its process ended; another's that runs is let be. */
export function dropUnfinishedIn(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  for (const name of readdirSync(folder)) {
    const pid = Number(/\.(\d+)\.part$/.exec(name)?.[1] ?? 0);
    if (pid > 0 && (pid === process.pid || !isAlive(pid))) rmSync(join(folder, name), { force: true });
  }
}

/** Whether a process of this number runs on this computer. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

/** Writes a file whole or not at all, there to stay when it returns. */
export function writeDurably(file: string, bytes: Uint8Array): void {
  replaceFile(file, bytes);
  syncFolder(dirname(file));
}

function syncPath(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
