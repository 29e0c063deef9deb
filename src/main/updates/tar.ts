import { close, createReadStream, fsync, openSync, write } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGunzip } from 'node:zlib';
import { onPlainFiles } from './plainFiles';
import { refusals } from './refusals';

/**
 * Reads the archives that the package tool writes, and no others: POSIX ustar (IEEE Std 1003.1, pax, "ustar
 * Interchange Format") with files and folders only. The system's tar knows links, devices, owners and sparse files, of
 * which none may come out of a download, differs from system to system, and may be missing.
 */

const BLOCK = 512;
/** The most that an archive may hold. */
const MOST = { files: 20_000, bytes: 4 * 2 ** 30 } as const;

interface Entry {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly bytes: number;
  readonly isProgram: boolean;
}

/**
 * Unpacks an archive into a folder, which must be empty. What was written is on the disk when it returns. When it
 * ends, for whatever reason, nothing is written any more.
 *
 * @throws NutgrafError `update_bad_package`; the signal's reason, and what the disk says
 */
export async function unpack(archive: string, into: string, signal: AbortSignal): Promise<void> {
  await pipeline(createReadStream(archive), createGunzip(), (chunks: AsyncIterable<Buffer>) =>
    writeEntries(blockReader(chunks, signal), into),
  ).catch((thrown: unknown) => {
    throw isBadGzip(thrown) ? refusals.badPackage(thrown.message) : thrown;
  });
}

const isBadGzip = (thrown: unknown): thrown is Error =>
  thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('Z_');

interface BlockReader {
  /** The next bytes, or null at the end of the archive. */
  readonly take: (bytes: number) => Promise<Buffer | null>;
}

/** The signal is heard from one read to the next: ended from outside, the streams would not wait for a write. */
function blockReader(chunks: AsyncIterable<Buffer>, signal: AbortSignal): BlockReader {
  const source = chunks[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  const take = async (bytes: number): Promise<Buffer | null> => {
    signal.throwIfAborted();
    const parts: Buffer[] = [held];
    let length = held.length;
    while (length < bytes) {
      const next = await source.next();
      if (next.done === true) break;
      parts.push(next.value);
      length += next.value.length;
    }
    const all = parts.length === 1 ? held : Buffer.concat(parts);
    if (all.length === 0) return null;
    if (all.length < bytes) throw refusals.badPackage('it ends in the middle');
    held = all.subarray(bytes);
    return all.subarray(0, bytes);
  };
  return { take };
}

async function writeEntries(reader: BlockReader, into: string): Promise<void> {
  let files = 0;
  let bytes = 0;
  for (;;) {
    const header = await reader.take(BLOCK);
    if (header === null) throw refusals.badPackage('it has no end');
    if (header.every((byte) => byte === 0)) return drain(reader);
    const entry = entryOf(header);
    files += 1;
    bytes += entry.bytes;
    if (files > MOST.files || bytes > MOST.bytes) throw refusals.badPackage('it holds too much');
    if (entry.kind === 'folder') await mkdir(join(into, entry.path), { recursive: true });
    else await writeFileOf(entry, reader, into);
  }
}

/** What pads an archive after its end. */
async function drain(reader: BlockReader): Promise<void> {
  for (let block = await reader.take(BLOCK); block !== null; block = await reader.take(BLOCK)) {
    if (block.some((byte) => byte !== 0)) throw refusals.badPackage('something follows its end');
  }
}

/** Read and written in such steps, bytes. */
const STEP = 256 * BLOCK;

const [writing, syncing, closing] = [promisify(write), promisify(fsync), promisify(close)];

async function writeFileOf(entry: Entry, reader: BlockReader, into: string): Promise<void> {
  await mkdir(dirname(join(into, entry.path)), { recursive: true });
  const handle = newFile(entry, into);
  try {
    for (let left = entry.bytes; left > 0; left -= Math.min(left, STEP)) {
      const wanted = Math.min(left, STEP);
      const block = await reader.take(Math.ceil(wanted / BLOCK) * BLOCK);
      if (block === null) throw refusals.badPackage('it ends in the middle');
      for (let at = 0; at < wanted;) at += (await writing(handle, block, at, wanted - at)).bytesWritten;
    }
    await syncing(handle);
  } finally {
    await closing(handle);
  }
}

function newFile({ path, isProgram }: Entry, into: string): number {
  try {
    return onPlainFiles(() => openSync(join(into, path), 'wx', isProgram ? 0o755 : 0o644));
  } catch (thrown) {
    throw isThere(thrown) ? refusals.badPackage(`${path} is in it twice`) : thrown;
  }
}

const isThere = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'EEXIST' || thrown.code === 'EISDIR');

/** Fields of a header: where each begins, and how long it is. */
const fields = {
  name: [0, 100],
  mode: [100, 8],
  size: [124, 12],
  checksum: [148, 8],
  kind: [156, 1],
  magic: [257, 6],
  prefix: [345, 155],
} as const;

const kinds: Readonly<Record<string, Entry['kind']>> = { '0': 'file', '': 'file', '5': 'folder' };

function entryOf(header: Buffer): Entry {
  const text = (field: keyof typeof fields): string => {
    const [start, length] = fields[field];
    const bytes = header.subarray(start, start + length);
    const end = bytes.indexOf(0);
    return bytes.subarray(0, end === -1 ? length : end).toString('utf8');
  };
  const octal = (field: keyof typeof fields): number => {
    const digits = text(field).trim();
    if (!/^[0-7]+$/.test(digits)) throw refusals.badPackage(`${field} is no number`);
    return Number.parseInt(digits, 8);
  };
  if (text('magic') !== 'ustar' || octal('checksum') !== checksumOf(header))
    throw refusals.badPackage('it is no archive of ours');
  const path = safePath([text('prefix'), text('name')].filter((part) => part !== '').join('/'));
  const kind = kinds[text('kind')];
  if (kind === undefined) throw refusals.badPackage(`${path} is neither a file nor a folder`);
  const bytes = octal('size');
  return { path, kind, bytes: kind === 'file' ? bytes : 0, isProgram: (octal('mode') & 0o100) !== 0 };
}

/** The sum of the header's bytes, with spaces in place of the sum itself. */
function checksumOf(header: Buffer): number {
  const [start, length] = fields.checksum;
  return header.reduce((sum, byte, at) => sum + (at >= start && at < start + length ? 0x20 : byte), 0);
}

/** @throws NutgrafError `update_bad_package` for a path that leads out of the folder, or could elsewhere */
function safePath(path: string): string {
  const parts = path.replace(/\/$/, '').split('/');
  const isSafe = parts.every(
    (part) => part !== '' && part !== '.' && part !== '..' && /^[^\\:\p{Cc}]+$/u.test(part),
  );
  if (!isSafe) throw refusals.badPackage(`${JSON.stringify(path)} leads out of its folder`);
  return parts.join('/');
}
