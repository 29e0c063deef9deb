import { closeSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';

/** Bytes of a page of the database. */
export const PAGE = 4096;

/** What can be found in place of a file after a crash, a bad disk or a bad copy. */
export const fileStates = ['good', 'missing', 'empty', 'one byte', 'random head', 'random page'] as const;
export type FileState = (typeof fileStates)[number];

/** Bytes that are the same for the same seed. */
export function noise(length: number, seed: number): Buffer {
  let state = seed >>> 0;
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

export function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

export const readByte = (file: string, at: number): number => readFileSync(file)[at] ?? 0;

/** Puts a file into a state; the same seed spoils it in the same way. */
export function spoil(file: string, state: FileState, seed: number): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const at = Math.floor((noise(4, seed + 1).readUInt32BE() / 2 ** 32) * (size / PAGE)) * PAGE;
  const spoilers: Readonly<Record<FileState, () => void>> = {
    good: () => undefined,
    missing: () => rmSync(file, { force: true }),
    empty: () => truncateSync(file),
    'one byte': () => truncateSync(file, 1),
    'random head': () => overwrite(file, 0, noise(100, seed)),
    'random page': () => overwrite(file, at, noise(Math.min(PAGE, size - at), seed)),
  };
  spoilers[state]();
}

/** Cuts off the end of a file, at a page boundary. */
export function cutInHalf(file: string): void {
  truncateSync(file, Math.floor(statSync(file).size / 2 / PAGE) * PAGE);
}

/**
 * Breaks a long text where it says these words: the page points to one that does not exist. Reading the text fails,
 * reading a list does not. Nobody may have the database open, or it must be read again.
 */
export function tearText(file: string, words: string): void {
  const bytes = readFileSync(file);
  const free = freePages(bytes);
  // An overflow page begins with the number of the next, whose first byte is 0 here; others begin with their type.
  const torn = Array.from({ length: bytes.length / PAGE }, (_, page) => page * PAGE).filter(
    (at) => bytes[at] === 0 && !free.has(at / PAGE + 1) && bytes.subarray(at + 4, at + PAGE).includes(words),
  );
  if (torn.length === 0) throw new Error(`no page says “${words}”`);
  for (const at of torn) overwrite(file, at, Buffer.from([0x7f, 0xff, 0xff, 0xff]));
}

/** The numbers of pages that are free, but may still contain old data. */
function freePages(bytes: Buffer): ReadonlySet<number> {
  const free = new Set<number>();
  for (let trunk = bytes.readUInt32BE(32); trunk !== 0; trunk = bytes.readUInt32BE((trunk - 1) * PAGE)) {
    free.add(trunk);
    const leaves = bytes.readUInt32BE((trunk - 1) * PAGE + 4);
    for (let leaf = 0; leaf < leaves; leaf += 1)
      free.add(bytes.readUInt32BE((trunk - 1) * PAGE + 8 + leaf * 4));
  }
  return free;
}
