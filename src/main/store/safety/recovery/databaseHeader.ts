/** Page size in bytes: SQLite's default, which every store has. */
export const PAGE_SIZE = 4096;

/** Bytes of the header at the start of page 1 (sqlite.org/fileformat2.html, section 1.3). */
export const HEADER_SIZE = 100;

/** "Nutg" in the header (`PRAGMA application_id`): distinguishes a store from any other database. */
export const APPLICATION_ID = 0x4e757467;

interface Field {
  readonly name: string;
  readonly at: number;
  readonly bytes: Uint8Array;
  /** Other bytes that a sound store may have there. */
  readonly or?: Uint8Array;
}

const number = (value: number): Uint8Array => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** What every store has in its header; the other fields are counters that differ from store to store. */
const constants: readonly Field[] = [
  { name: 'magic', at: 0, bytes: Buffer.from('SQLite format 3\0', 'latin1') },
  { name: 'page size', at: 16, bytes: Buffer.from([PAGE_SIZE >> 8, PAGE_SIZE & 0xff]) },
  { name: 'journal mode', at: 18, bytes: Buffer.from([2, 2]), or: Buffer.from([1, 1]) },
  { name: 'payload fractions', at: 20, bytes: Buffer.from([0, 64, 32, 32]) },
  { name: 'schema format', at: 44, bytes: number(4) },
  { name: 'cache size', at: 48, bytes: number(0) },
  { name: 'largest root', at: 52, bytes: number(0) },
  { name: 'encoding', at: 56, bytes: number(1) },
  { name: 'vacuum mode', at: 64, bytes: number(0) },
  { name: 'application', at: 68, bytes: number(APPLICATION_ID) },
  { name: 'reserved space', at: 72, bytes: Buffer.alloc(20) },
];

const holds = (header: Buffer, at: number, bytes: Uint8Array): boolean =>
  header.subarray(at, at + bytes.length).equals(bytes);

const [magic] = constants;
const application = constants.find(({ name }) => name === 'application');

/** Whether this is the header of another program's database, as far as a header can tell. */
export const isOfAnother = (header: Buffer): boolean =>
  magic !== undefined &&
  application !== undefined &&
  holds(header, magic.at, magic.bytes) &&
  !holds(header, application.at, application.bytes);

const counters = {
  changes: 24,
  pages: 28,
  freePage: 32,
  freePages: 36,
  version: 60,
  changesThen: 92,
} as const;

/** The first field with a value that no store has, by name; null for a header that is as it should be. */
export function headerFault(header: Buffer): string | null {
  if (header.length < HEADER_SIZE) return 'length';
  const fault = constants.find(
    ({ at, bytes, or }) => !holds(header, at, bytes) && !(or !== undefined && holds(header, at, or)),
  );
  return fault?.name ?? null;
}

/** The number of pages according to the header; null where it is not valid. */
export function pagesIn(header: Buffer): number | null {
  const counts = header.readUInt32BE(counters.changes) === header.readUInt32BE(counters.changesThen);
  return counts ? header.readUInt32BE(counters.pages) : null;
}

export interface FreeList {
  /** The page at which the free list begins; 0 when there is none. */
  readonly first: number;
  readonly count: number;
}

export const freeListOf = (header: Buffer): FreeList => ({
  first: header.readUInt32BE(counters.freePage),
  count: header.readUInt32BE(counters.freePages),
});

export interface MendedHeader {
  /** Pages in the file. */
  readonly pages: number;
  /** The store's version: the header's own may be what is wrong. */
  readonly version: number;
  readonly freeList: FreeList;
}

/**
 * The header with every field that is the same in all stores corrected; its journal mode is off, since there is no
 * log beside it.
 */
export function mendHeader(header: Buffer, { pages, version, freeList }: MendedHeader): Buffer {
  const mended = Buffer.from(header);
  for (const { at, bytes } of constants) mended.set(bytes, at);
  mended.set([1, 1], 18);
  mended.writeUInt32BE(pages, counters.pages);
  mended.writeUInt32BE(freeList.first, counters.freePage);
  mended.writeUInt32BE(freeList.count, counters.freePages);
  mended.writeUInt32BE(version, counters.version);
  mended.writeUInt32BE(mended.readUInt32BE(counters.changes), counters.changesThen);
  return mended;
}

export const versionIn = (header: Buffer): number => header.readUInt32BE(counters.version);
