import { type Stats, closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { NutgrafError } from '#shared/domain/failure';
import { IMPORT_LIMIT } from '#shared/contract/requestSize';
import { say, saying } from '#shared/language/say';

/** Windows has no such flag; its pipes and devices are recognised by their paths. */
const { O_RDONLY, O_NONBLOCK = 0 } = constants as Partial<typeof constants> & typeof constants;

/**
 * The bytes of a file to import; at most one byte more than an import takes, which is enough to refuse it. Run it in
 * a separate thread, which then waits for the disk alone: a read through Node's pool blocks one of its few threads
 * for as long as a disk does not answer. Throws NutgrafError `not_a_file` for anything else, which is never opened:
 * opening a pipe waits for a writer, and opening a device may do anything. Throws `unreadable_file` for a file that
 * is missing, not readable, or incomplete.
 */
export function fileBytes(path: string, look: (path: string) => Stats = statSync): Uint8Array {
  try {
    if (process.platform === 'win32' && isWindowsDevice(path)) throw notAFile(deviceOrPipe);
    refuseOther(look(path));
    // Something else may be there by now; it is opened without waiting, and checked again.
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
      say('This file could not be read. Check its name and permissions.'),
      why,
    );
  }
}

/**
 * Windows gives pipes and devices special paths, on this computer or another, and even asking about one may open it.
 */
export const isWindowsDevice = (path: string): boolean =>
  /^[\\/]{2}(?:\.[\\/]|\?[\\/](?:pipe|globalroot)[\\/]|(?:\?[\\/]UNC[\\/])?[^\\/?.][^\\/]*[\\/]pipe[\\/])/i.test(
    path,
  );

const deviceOrPipe = saying('This is a device or a pipe, not a file, so it was not opened.');

/** What may be in the place of a file. */
const others: readonly (readonly [is: (found: Stats) => boolean, told: () => string])[] = [
  [(found) => found.isDirectory(), saying('This is a folder, not a file, so it was not opened.')],
  [(found) => found.isFIFO(), saying('This is a named pipe, not a file, so it was not opened.')],
  [(found) => found.isSocket(), saying('This is a socket, not a file, so it was not opened.')],
  [
    (found) => found.isCharacterDevice() || found.isBlockDevice(),
    saying('This is a device, not a file, so it was not opened.'),
  ],
];

function refuseOther(found: Stats): void {
  if (found.isFile()) return;
  throw notAFile(
    others.find(([is]) => is(found))?.[1] ??
      saying('This is something else, not a file, so it was not opened.'),
  );
}

const notAFile = (told: () => string): NutgrafError =>
  new NutgrafError('not_a_file', `${told()} ${say('Choose a text, Markdown or HTML file.')}`);

/** Reads into part of `into`, from `position` on; a network disk may return less than was asked for. */
type ReadPiece = (into: Uint8Array, offset: number, length: number, position: number) => number;

/** Reads until all of `size` bytes are there. Throws NutgrafError `unreadable_file` if the file ends before that. */
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
    say(
      'Only part of this file could be read: it was changed meanwhile, or its disk did not answer. Nothing was imported from it; try again.',
    ),
    `${read} of ${size} bytes`,
  );
}
