import { type Stats, closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { NutgrafError } from '#shared/domain/failure';
import { IMPORT_LIMIT } from '#shared/domain/importLimit';

/** Windows knows no such flag; its pipes and devices are known by their paths. */
const { O_RDONLY, O_NONBLOCK = 0 } = constants as Partial<typeof constants> & typeof constants;

/**
 * The bytes of a file to import; at most one byte more than an import takes, since that is enough to refuse it. It is
 * for a thread of its own, which waits for the disk by itself: what is read through Node's pool takes one of its few
 * threads from the whole app, for as long as a disk does not answer.
 * Throws NutgrafError `not_a_file` for what is none, which is never opened: to open a pipe waits for who writes to
 * it, and to open a device may do anything. Throws `unreadable_file` for a file that is missing, not ours to read,
 * or not whole.
 */
export function fileBytes(path: string, look: (path: string) => Stats = statSync): Uint8Array {
  try {
    if (process.platform === 'win32' && isWindowsDevice(path)) throw notAFile('a device or a pipe');
    refuseOther(look(path));
    // What lies there may be another thing by now; it is opened without waiting, and looked at again.
    const file = openSync(path, O_RDONLY | O_NONBLOCK);
    try {
      const found = fstatSync(file);
      refuseOther(found);
      return readWhole((...piece) => readSync(file, ...piece), found.size);
    } finally {
      closeSync(file);
    }
  } catch (thrown) {
    if (thrown instanceof NutgrafError) throw thrown;
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new NutgrafError(
      'unreadable_file',
      'This file cannot be read. Check its name and its rights.',
      why,
    );
  }
}

/** Windows gives pipes and devices paths of their own, of this computer or another, and to ask about one may open it. */
export const isWindowsDevice = (path: string): boolean =>
  /^[\\/]{2}(?:\.[\\/]|\?[\\/](?:pipe|globalroot)[\\/]|(?:\?[\\/]UNC[\\/])?[^\\/?.][^\\/]*[\\/]pipe[\\/])/i.test(
    path,
  );

/** What may lie in the place of a file. */
const others: readonly (readonly [is: (found: Stats) => boolean, what: string])[] = [
  [(found) => found.isDirectory(), 'a folder'],
  [(found) => found.isFIFO(), 'a named pipe'],
  [(found) => found.isSocket(), 'a socket'],
  [(found) => found.isCharacterDevice() || found.isBlockDevice(), 'a device'],
];

function refuseOther(found: Stats): void {
  if (found.isFile()) return;
  throw notAFile(others.find(([is]) => is(found))?.[1] ?? 'something else');
}

const notAFile = (what: string): NutgrafError =>
  new NutgrafError(
    'not_a_file',
    `This is ${what}, not a file, so it was not opened. Choose a text, Markdown or HTML file.`,
  );

/** Reads into a part of `into`, from `position` on; a network disk may give less at once than was asked for. */
type ReadPiece = (into: Uint8Array, offset: number, length: number, position: number) => number;

/** Reads until all of `size` bytes are there. Throws NutgrafError `unreadable_file` where the file ends before. */
export function readWhole(readPiece: ReadPiece, size: number): Uint8Array {
  const bytes = new Uint8Array(Math.min(size, IMPORT_LIMIT + 1));
  let filled = 0;
  while (filled < bytes.length) {
    const read = readPiece(bytes, filled, bytes.length - filled, filled);
    if (read === 0) throw cutOff(filled, size);
    filled += read;
  }
  return bytes;
}

function cutOff(read: number, size: number): NutgrafError {
  return new NutgrafError(
    'unreadable_file',
    'Only a part of this file could be read: it was changed meanwhile, or its disk did not answer. Nothing of it was imported; try again.',
    `${read} of ${size} bytes`,
  );
}
