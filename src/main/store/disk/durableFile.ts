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
import { say } from '#shared/language/say';

/** Flushes a file's bytes to disk. */
export function syncFile(file: string): void {
  syncPath(file, 'r+');
}

/** Flushes a folder's entries to disk, so that a rename in it lasts. Windows has no such call. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncPath(folder, 'r');
}

/** Creates a folder and its parents; durable when it returns. */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made));
}

type StoreFolder = 'backups' | 'images' | 'image_backups';

const inPlaceOf: Readonly<Record<StoreFolder, (folder: string) => string>> = {
  backups: (folder) =>
    say('Something else is in the place of the backups of the store ({folder}).', { folder }),
  images: (folder) =>
    say('Something else is in the place of the images of the store ({folder}).', { folder }),
  image_backups: (folder) =>
    say('Something else is in the place of the backups of the images ({folder}).', { folder }),
};

/**
 * The same for a folder inside the store's: something else may be in its place, or a broken link. Then throws
 * NutgrafError `folder_blocked`, which says what belongs there.
 */
export function makeFolderFor(whose: StoreFolder, folder: string): void {
  try {
    makeFolder(folder);
  } catch (thrown) {
    if (!(thrown instanceof Error) || !('code' in thrown) || !blocking.has(String(thrown.code))) throw thrown;
    throw new NutgrafError(
      'folder_blocked',
      `${inPlaceOf[whose](folder)} ${say('Move it away, or put back what a link there leads to; Nutgraf then tries again.')}`,
      thrown.message,
    );
  }
}

const blocking: ReadonlySet<string> = new Set(['EEXIST', 'ENOTDIR', 'ENOENT', 'ELOOP']);

/** A file written under a temporary name, neither flushed nor in its place yet. */
export interface WrittenPart {
  readonly file: string;
  readonly part: string;
  readonly handle: number;
}

/** Writes a file, a text as UTF-8, under a temporary name, for {@link putInPlace}. */
export function writePart(file: string, bytes: string | Uint8Array): WrittenPart {
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
 * Flushes what was written and renames it; on failure, leaves nothing behind. Several at once take hardly longer than
 * one, because a disk combines concurrent flushes. The rename itself is durable only after `syncFolder`.
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
 * Writes a file whole or not at all: under a temporary name, flushed, renamed. The rename itself is durable only
 * after `syncFolder`.
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

/**
 * Removes half-written files that `replaceFile` left in a folder when its process ended; those of a running process
 * are left alone.
 */
export function dropUnfinishedIn(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  for (const name of readdirSync(folder)) {
    const pid = Number(/\.(\d+)\.part$/.exec(name)?.[1] ?? 0);
    if (pid > 0 && (pid === process.pid || !isAlive(pid))) rmSync(join(folder, name), { force: true });
  }
}

/** Whether a process with this id is running on this computer. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

/** Writes a file whole or not at all; durable when it returns. */
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
