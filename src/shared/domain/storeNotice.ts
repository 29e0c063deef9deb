import { z } from 'zod';
import { failure } from './failure';
import { time } from './id';

/** What a store was rebuilt from, before anything else was read from its damaged files. */
const storeOrigin = z.discriminatedUnion('kind', [
  /** Its own database, repaired. */
  z.strictObject({ kind: z.literal('database') }),
  /** Its log alone, which held all pages of the database. */
  z.strictObject({ kind: z.literal('log') }),
  z.strictObject({ kind: z.literal('backup'), madeAt: time }),
  z.strictObject({ kind: z.literal('nothing') }),
]);
export type StoreOrigin = z.infer<typeof storeOrigin>;

const count = z.int().nonnegative();

/** A store that was damaged and has been recovered. */
export const storeRecovery = z.strictObject({
  kind: z.literal('recovered'),
  /** What was wrong; `log` is SQLite's write-ahead log, which holds the latest saves. */
  cause: z.enum(['damaged', 'missing', 'emptied', 'log_damaged', 'log_gone']),
  origin: storeOrigin,
  /** Articles in what the store was rebuilt from. */
  started: count,
  /** Articles recovered from the damaged files in addition: later versions, and others. */
  newer: count,
  /** The same from other backups. */
  fromBackups: count,
  /** Articles that cannot be proved to be as they were saved. */
  unsure: count,
  /** Articles with a later version that was found but could not be read. */
  unread: count,
  /** Articles whose text is not what was saved, with no other copy found. */
  spoilt: count,
  /** Whether everything that had been saved is there. */
  whole: z.boolean(),
  /** The damaged file, renamed, for a specialist; null when nothing was left of it. */
  damagedFile: z.string().nullable(),
});
export type StoreRecovery = z.infer<typeof storeRecovery>;

/** What the store must tell the user at once, shown as a banner. */
export const storeNotice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('disk_full') }),
  z.strictObject({ kind: z.literal('disk_free') }),
  /** Found during maintenance: damage on the disk, a backup that could not be made. */
  z.strictObject({ kind: z.literal('trouble'), failure }),
  storeRecovery,
  /** Damage was found while reading or writing: the store can be recovered without a restart. */
  z.strictObject({
    kind: z.literal('damaged'),
    /** Whether this could be noted on the disk, so that the next start checks the store. */
    isNoted: z.boolean(),
  }),
  /** Damage was suspected, and every page is as it was written. */
  z.strictObject({ kind: z.literal('sound') }),
  /** This is the sample desk, and no store of a person's own. */
  z.strictObject({ kind: z.literal('sample_desk') }),
  /** The database file was removed while the store was open, and was rebuilt with everything it held. */
  z.strictObject({
    kind: z.literal('rewritten'),
    how: z.enum(['deleted', 'replaced', 'emptied', 'moved']),
    /** Its path. */
    database: z.string(),
    articles: count,
    /** What was found in its place, renamed; null when nothing was. */
    keptFile: z.string().nullable(),
    /** Whether the images were removed too. */
    picturesMissing: z.boolean(),
  }),
]);
export type StoreNotice = z.infer<typeof storeNotice>;
