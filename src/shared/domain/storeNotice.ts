import { z } from 'zod';
import { failure } from './failure';
import { time } from './id';

/** What the store must tell the person at once, drawn as a banner. */
export const storeNotice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('disk_full') }),
  z.strictObject({ kind: z.literal('disk_free') }),
  /** Found while looking after the store: damage on the disk, a backup that could not be made. */
  z.strictObject({ kind: z.literal('trouble'), failure }),
  z.strictObject({
    kind: z.literal('recovered'),
    /** The damaged file, renamed, for a specialist. */
    damagedFile: z.string(),
    /** When the backup that was restored had been made; null when there was none and the store starts empty. */
    backupFrom: time.nullable(),
  }),
]);
export type StoreNotice = z.infer<typeof storeNotice>;
