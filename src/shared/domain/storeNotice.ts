import { z } from 'zod';
import { failure } from './failure';
import { time } from './id';

/** What a store was put together from, before anything was read from its damaged files besides. */
const storeOrigin = z.discriminatedUnion('kind', [
  /** Its own database, mended. */
  z.strictObject({ kind: z.literal('database') }),
  /** Its log alone, which held all pages of the database. */
  z.strictObject({ kind: z.literal('log') }),
  z.strictObject({ kind: z.literal('backup'), madeAt: time }),
  z.strictObject({ kind: z.literal('nothing') }),
]);
export type StoreOrigin = z.infer<typeof storeOrigin>;

const count = z.int().nonnegative();

/** A store that was damaged, and is open again. */
export const storeRecovery = z.strictObject({
  kind: z.literal('recovered'),
  /** What was wrong; `log` is SQLite's write-ahead log, in which the last saves lie. */
  cause: z.enum(['damaged', 'missing', 'emptied', 'log_damaged', 'log_gone']),
  origin: storeOrigin,
  /** When the backup that was restored had been made; null when none was. */
  backupFrom: time.nullable(),
  /** Articles in what the store was put together from. */
  started: count,
  /** Articles that were read from the damaged files besides: later versions, and others. */
  newer: count,
  /** The same from other backups. */
  fromBackups: count,
  /** Articles of which nothing proves that they are as they were saved. */
  unsure: count,
  /** Articles of which a later version was seen than could be read. */
  unread: count,
  /** Articles whose text is not the one that was saved, and of which no other was found. */
  spoilt: count,
  /** Whether all that had been saved is there. */
  whole: z.boolean(),
  /** The damaged file, renamed, for a specialist; null when nothing was left of it. */
  damagedFile: z.string().nullable(),
});
export type StoreRecovery = z.infer<typeof storeRecovery>;

/** What the store must tell the person at once, drawn as a banner. */
export const storeNotice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('disk_full') }),
  z.strictObject({ kind: z.literal('disk_free') }),
  /** Found while looking after the store: damage on the disk, a backup that could not be made. */
  z.strictObject({ kind: z.literal('trouble'), failure }),
  storeRecovery,
  /** Damage was met while reading or writing: the store can be brought back without a new start. */
  z.strictObject({
    kind: z.literal('damaged'),
    /** Whether the disk took a note of it, by which the next start looks. */
    isNoted: z.boolean(),
  }),
  /** Damage was thought of, and every page is as it was written. */
  z.strictObject({ kind: z.literal('sound') }),
  /** The database's file was taken away while the store was open, and was written anew with all that it held. */
  z.strictObject({
    kind: z.literal('rewritten'),
    how: z.enum(['deleted', 'replaced', 'emptied', 'moved']),
    /** Where it lies. */
    database: z.string(),
    articles: count,
    /** What lay in its place, renamed; null when nothing did. */
    keptFile: z.string().nullable(),
    /** Whether the pictures were taken away too. */
    picturesMissing: z.boolean(),
  }),
]);
export type StoreNotice = z.infer<typeof storeNotice>;
