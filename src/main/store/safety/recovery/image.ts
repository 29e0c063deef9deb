import { closeSync, constants, copyFileSync, openSync, statSync, writeSync } from 'node:fs';
import { type FreeList, HEADER_SIZE, PAGE_SIZE, freeListOf, mendHeader, versionIn } from './databaseHeader';
import { type FileBytes, withBytes } from './filePages';
import type { Frame } from './log';
import { isSoundFreeList, pagesOfFile } from './pageSource';

/** What a damaged store is rebuilt from, in a separate file: the damaged files stay as they are. */
interface Parts {
  /** The database file; it may be missing. */
  readonly database: string;
  /** The log file, and which of its frames are trusted. */
  readonly log: string;
  readonly frames: readonly Frame[];
  /** This Nutgraf's store version, for a header without one. */
  readonly newest: number;
}

/**
 * Writes the database with these frames of its log and a corrected header to `image`. False when there is nothing.
 */
export function makeImage(parts: Parts, image: string): boolean {
  const handle = openSync(copyDatabaseFile(parts.database, image), 'r+');
  try {
    withBytes(parts.log, (log) => copyFrames(believable(parts.frames, pageCount(image)), log, handle));
    const pages = pageCount(image);
    if (pages === 0) return false;
    writeHeader(handle, image, pages, parts.newest);
    return true;
  } finally {
    closeSync(handle);
  }
}

/** As much of the file as the disk returns, with zeros for the rest. */
function copyDatabaseFile(database: string, image: string): string {
  const isFile = statSync(database, { throwIfNoEntry: false })?.isFile() ?? false;
  closeSync(openSync(image, 'w'));
  if (!isFile) return image;
  try {
    copyFileSync(database, image, constants.COPYFILE_FICLONE);
  } catch {
    copyReadable(database, image);
  }
  return image;
}

function copyReadable(database: string, image: string): void {
  const handle = openSync(image, 'w');
  try {
    withBytes(database, ({ size, read }) => {
      for (let at = 0; at < size; at += PAGE_SIZE)
        writeSync(handle, read(at, PAGE_SIZE) ?? Buffer.alloc(PAGE_SIZE), 0, undefined, at);
    });
  } finally {
    closeSync(handle);
  }
}

const pageCount = (file: string): number => Math.ceil(statSync(file).size / PAGE_SIZE);

/** A corrupted page number would make the image as large as the number is. */
function believable(frames: readonly Frame[], pages: number): readonly Frame[] {
  const last = Math.max(pages, ...frames.filter(({ sound }) => sound).map(({ commits }) => commits));
  return frames.filter(({ page }) => page <= last);
}

function copyFrames(frames: readonly Frame[], log: FileBytes, handle: number): void {
  for (const { page, at } of frames) {
    const found = log.read(at, PAGE_SIZE);
    if (found?.length === PAGE_SIZE) writeSync(handle, found, 0, PAGE_SIZE, (page - 1) * PAGE_SIZE);
  }
}

/** Whole pages, with the header corrected: an impossible free list is left out, which only costs space. */
function writeHeader(handle: number, image: string, pages: number, newest: number): void {
  withBytes(image, (bytes) => {
    const first = bytes.read(0, PAGE_SIZE) ?? Buffer.alloc(0);
    const page = Buffer.concat([first, Buffer.alloc(PAGE_SIZE - first.length)]);
    const header = page.subarray(0, HEADER_SIZE);
    const found = freeListOf(header);
    const freeList: FreeList = isSoundFreeList(found, pages, pagesOfFile(bytes))
      ? found
      : { first: 0, count: 0 };
    const version = versionIn(header);
    const known = version > 0 && version <= newest ? version : newest;
    writeSync(handle, mendHeader(header, { pages, version: known, freeList }), 0, HEADER_SIZE, 0);
    const rest = bytes.size % PAGE_SIZE;
    if (rest > 0) writeSync(handle, Buffer.alloc(PAGE_SIZE - rest), 0, undefined, bytes.size);
  });
}
