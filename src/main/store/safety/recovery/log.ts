import { PAGE_SIZE } from './databaseHeader';
import { type FileBytes, withBytes } from './filePages';

const LOG_HEADER = 32;
const FRAME_HEADER = 24;
const FRAME = FRAME_HEADER + PAGE_SIZE;
/** The magic numbers for checksums over little- and big-endian words (sqlite.org/fileformat2.html, section 4.1). */
const MAGIC = { little: 0x377f0682, big: 0x377f0683 } as const;

/** One page as a transaction left it. */
export interface Frame {
  readonly page: number;
  /** Pages in the database once this frame's transaction was committed; 0 for a frame that does not end one. */
  readonly commits: number;
  /** The page's position in the log file. */
  readonly at: number;
  /** Frames between two resets of the log share a salt. */
  readonly salt: string;
  /** Whether its checksum matches its content and the frame before it. */
  readonly sound: boolean;
}

/** Everything in a write-ahead log, including what SQLite would skip. */
export interface Log {
  readonly size: number;
  readonly headerSound: boolean;
  /** The salt of the latest writes. */
  readonly salt: string;
  readonly frames: readonly Frame[];
  /** How many frames from the start SQLite would read: whole transactions up to the first bad frame. */
  readonly read: number;
}

type Sum = readonly [number, number];

/** SQLite's running checksum over pairs of words. */
function sumOf(bytes: Buffer, [first, second]: Sum, little: boolean): Sum {
  let [a, b] = [first, second];
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    a = (a + (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)) + b) >>> 0;
    b = (b + (little ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}

const sumAt = (bytes: Buffer, at: number): Sum => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
const same = (a: Sum, b: Sum): boolean => a[0] === b[0] && a[1] === b[1];

/** Reads a log to its end; null when there is none. */
export const readLog = (file: string): Log | null => withBytes(file, logIn);

function logIn(bytes: FileBytes): Log {
  const header = bytes.read(0, LOG_HEADER) ?? Buffer.alloc(0);
  const headerSound = isSoundHeader(header);
  const little = !headerSound || header.readUInt32BE(0) === MAGIC.little;
  const frames: Frame[] = [];
  let before: Sum = headerSound ? sumAt(header, 24) : [0, 0];
  for (let at = LOG_HEADER; at + FRAME <= bytes.size; at += FRAME) {
    const found = bytes.read(at, FRAME) ?? Buffer.alloc(FRAME);
    frames.push(frameOf(found, at, before, little));
    before = sumAt(found, 16);
  }
  const salt = headerSound ? saltAt(header, 16) : (frames.find(({ sound }) => sound)?.salt ?? '');
  return { size: bytes.size, headerSound, salt, frames, read: headerSound ? readable(frames, salt) : 0 };
}

const saltAt = (bytes: Buffer, at: number): string => bytes.toString('hex', at, at + 8);

function isSoundHeader(header: Buffer): boolean {
  if (header.length < LOG_HEADER) return false;
  const magic = header.readUInt32BE(0);
  if (magic !== MAGIC.little && magic !== MAGIC.big) return false;
  if (header.readUInt32BE(8) !== PAGE_SIZE) return false;
  return same(sumOf(header.subarray(0, 24), [0, 0], magic === MAGIC.little), sumAt(header, 24));
}

function frameOf(found: Buffer, at: number, before: Sum, little: boolean): Frame {
  const sum = sumOf(found.subarray(FRAME_HEADER), sumOf(found.subarray(0, 8), before, little), little);
  return {
    page: found.readUInt32BE(0),
    commits: found.readUInt32BE(4),
    at: at + FRAME_HEADER,
    salt: saltAt(found, 8),
    sound: found.readUInt32BE(0) > 0 && same(sum, sumAt(found, 16)),
  };
}

function readable(frames: readonly Frame[], salt: string): number {
  let read = 0;
  for (const [index, frame] of frames.entries()) {
    if (!frame.sound || frame.salt !== salt) break;
    if (frame.commits > 0) read = index + 1;
  }
  return read;
}

/** The frames of whole transactions since the log was last reset, without bad ones. */
export const committedFrames = (log: Log): readonly Frame[] => likelyFrames(log).filter(({ sound }) => sound);

/** The same including bad ones: the page of a frame with a wrong checksum may still be right. */
export function likelyFrames({ frames, salt }: Log): readonly Frame[] {
  const last = frames.findLastIndex((frame) => frame.sound && frame.salt === salt && frame.commits > 0);
  return frames.slice(0, last + 1).filter((frame) => frame.salt === salt && frame.page > 0);
}

/** Everything ever committed that is still in the log, from earlier rounds too. */
export function everyFrame({ frames }: Log): readonly Frame[] {
  const salts = new Set(frames.filter(({ sound }) => sound).map(({ salt }) => salt));
  return frames.filter(({ salt, page }) => salts.has(salt) && page > 0);
}

/** What SQLite keeps in shared memory about the log, as far as it is on disk (section 2.1 of walformat). */
interface LogIndex {
  readonly salt: string;
  /** Frames that were committed, and how many of them the database has. */
  readonly frames: number;
  readonly backfilled: number;
}

const LOG_INDEX = 136;

function readLogIndex(file: string): LogIndex | null {
  return withBytes(file, ({ read }) => {
    const found = read(0, LOG_INDEX);
    if (found === null || found.length < LOG_INDEX || !found.subarray(0, 48).equals(found.subarray(48, 96)))
      return null;
    return { salt: saltAt(found, 32), frames: found.readUInt32LE(16), backfilled: found.readUInt32LE(96) };
  });
}

export interface LogFault {
  readonly kind: 'log_damaged' | 'log_gone';
  readonly what: string;
  /** Whether less is there than was committed, however sound the rest is. */
  readonly isShort: boolean;
}

/**
 * Why the log is not what the last process left: its header is wrong, a frame in the middle is, or committed frames
 * are gone. Null for a sound log, and where there is and was none.
 */
export function logFault(database: string): LogFault | null {
  const log = readLog(`${database}-wal`);
  if (log !== null && log.size >= LOG_HEADER && !log.headerSound)
    return { kind: 'log_damaged', what: 'the header of its log is wrong', isShort: false };
  if (log !== null && committedFrames(log).length > log.read)
    return { kind: 'log_damaged', what: 'a page of its log is wrong', isShort: false };
  const index = readLogIndex(`${database}-shm`);
  if (index === null || index.frames <= index.backfilled) return null;
  if (log === null || log.size < LOG_HEADER)
    return { kind: 'log_gone', what: 'its log is gone', isShort: true };
  const isCut = log.salt === index.salt && log.read < index.frames;
  return isCut ? { kind: 'log_damaged', what: 'a part of its log is gone', isShort: true } : null;
}
