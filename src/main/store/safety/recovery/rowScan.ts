import { PAGE_SIZE } from './databaseHeader';
import type { PageSource } from './pageSource';

export type Value = string | number | null | Buffer;

/** A row as found in a page: its values in the order of the table's columns. */
export interface RawRow {
  /** The row id; null in a table WITHOUT ROWID. */
  readonly rowid: number | null;
  readonly values: readonly Value[];
  /** Whether these are all: of a row that continues where nothing can be read, only the first ones are here. */
  readonly whole: boolean;
}

interface Varint {
  readonly value: number;
  readonly end: number;
}

/** The parts of a cell on each kind of leaf page (sqlite.org/fileformat2.html, section 1.6). */
const leaves: Readonly<Record<number, { readonly hasRowid: boolean; readonly largest: number }>> = {
  0x0d: { hasRowid: true, largest: PAGE_SIZE - 35 },
  0x0a: { hasRowid: false, largest: Math.floor(((PAGE_SIZE - 12) * 64) / 255) - 23 },
};

/** The longest row that is believed; anything longer is a corrupted length. */
const LONGEST = 64 * 1024 * 1024;
const PAGE_HEADER = 8;
/** Page 1 starts with the file's header. */
const FIRST_PAGE_HEADER = 100;

/**
 * The rows on a leaf page, read without the b-tree that leads to it: what can still be read of a damaged database. A
 * cell that makes no sense is skipped. What the values mean, and whether they are right, is for the caller to find
 * out: nothing here is verified by a checksum. `pages` gives the pages on which long rows continue.
 */
export function rowsOnPage(page: Buffer, isFirst: boolean, pages: PageSource): readonly RawRow[] {
  const start = isFirst ? FIRST_PAGE_HEADER : 0;
  const leaf = leaves[page[start] ?? 0];
  if (leaf === undefined) return [];
  const cells = page.readUInt16BE(start + 3);
  if (cells > (PAGE_SIZE - start - PAGE_HEADER) / 2) return [];
  return Array.from({ length: cells }, (_, cell) =>
    page.readUInt16BE(start + PAGE_HEADER + cell * 2),
  ).flatMap((at) => {
    const row = attempt(() => rowAt(page, at, leaf, pages));
    return row === null ? [] : [row];
  });
}

/** Bytes that are not a row lead outside the page, which throws. */
function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

function rowAt(
  page: Buffer,
  at: number,
  { hasRowid, largest }: { readonly hasRowid: boolean; readonly largest: number },
  pages: PageSource,
): RawRow {
  const length = varint(page, at);
  const rowid = hasRowid ? varint(page, length.end) : null;
  const payload = payloadAt(page, rowid?.end ?? length.end, length.value, largest, pages);
  return { rowid: rowid?.value ?? null, ...valuesIn(payload) };
}

function payloadAt(page: Buffer, at: number, length: number, largest: number, pages: PageSource): Buffer {
  if (length > LONGEST) throw new RangeError('a row is too long');
  if (length <= largest) return exactly(page, at, length);
  const local = localPart(length, largest);
  const parts = [exactly(page, at, local)];
  let missing = length - local;
  let next = exactly(page, at + local, 4).readUInt32BE();
  while (missing > 0) {
    const overflow = next === 0 ? null : pages(next);
    if (overflow === null) break;
    const part = overflow.subarray(4, 4 + Math.min(missing, PAGE_SIZE - 4));
    parts.push(part);
    missing -= part.length;
    next = overflow.readUInt32BE();
  }
  return Buffer.concat(parts);
}

function localPart(length: number, largest: number): number {
  const least = Math.floor(((PAGE_SIZE - 12) * 32) / 255) - 23;
  const wanted = least + ((length - least) % (PAGE_SIZE - 4));
  return wanted <= largest ? wanted : least;
}

function valuesIn(record: Buffer): Pick<RawRow, 'values' | 'whole'> {
  const header = varint(record, 0);
  const values: Value[] = [];
  let at = header.end;
  let data = header.value;
  while (at < header.value) {
    const type = varint(record, at);
    at = type.end;
    const size = sizeOf(type.value);
    if (data + size > record.length) return { values, whole: false };
    values.push(valueOf(type.value, exactly(record, data, size)));
    data += size;
  }
  if (at !== header.value || data !== record.length)
    throw new RangeError('a row has other values than it says');
  return { values, whole: true };
}

const sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;

function sizeOf(type: number): number {
  const size = type < 12 ? sizes[type] : Math.floor((type - 12) / 2);
  if (size === undefined) throw new RangeError('a value is of no known type');
  return size;
}

function valueOf(type: number, bytes: Buffer): Value {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type === 7) return bytes.readDoubleBE();
  if (type === 6) return Number(bytes.readBigInt64BE());
  if (type < 6) return bytes.readIntBE(0, bytes.length);
  return type % 2 === 0 ? bytes : bytes.toString('utf8');
}

function exactly(bytes: Buffer, at: number, length: number): Buffer {
  if (at + length > bytes.length) throw new RangeError('a value ends outside of its page');
  return bytes.subarray(at, at + length);
}

/** Seven bits a byte, and eight of a ninth. */
function varint(bytes: Buffer, at: number): Varint {
  let value = 0n;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes.readUInt8(at + index);
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value: Number(value), end: at + index + 1 };
  }
  const all = BigInt.asIntN(64, (value << 8n) | BigInt(bytes.readUInt8(at + 8)));
  if (all < 0n) throw new RangeError('a length is below zero');
  return { value: Number(all), end: at + 9 };
}
