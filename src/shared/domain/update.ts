import { z } from 'zod';
import { failure } from './failure';
import { version } from './version';

/**
 * How a newer version comes to this computer: Nutgraf fetches it, the system's own updates bring it, or a person gets
 * it from the download page.
 */
const updateWay = z.enum(['download', 'system', 'page']);
export type UpdateWay = z.infer<typeof updateWay>;

/** A newer version, as its signed manifest tells of it. */
const updateOffer = z.strictObject({
  version,
  /** Day of the release, YYYY-MM-DD. */
  released: z.iso.date(),
  /** What is new: plain text. */
  notes: z.string(),
  way: updateWay,
  /** Size of what is downloaded, bytes. */
  bytes: z.int().nonnegative(),
});
export type UpdateOffer = z.infer<typeof updateOffer>;

/** What runs that must not be cut off by a restart. */
const unfinishedWork = z.enum(['export', 'import', 'send']);
export type UnfinishedWork = z.infer<typeof unfinishedWork>;

/** What Nutgraf knows of a newer version of itself. */
export const updateState = z.discriminatedUnion('kind', [
  /** This build does not look for updates. */
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('off') }),
  /** It may look, and has not yet. */
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('looking') }),
  z.strictObject({ kind: z.literal('current'), version }),
  z.strictObject({ kind: z.literal('available'), offer: updateOffer }),
  z.strictObject({ kind: z.literal('downloading'), offer: updateOffer, received: z.int().nonnegative() }),
  /** Everything arrived, and is checked and unpacked. */
  z.strictObject({ kind: z.literal('checking'), offer: updateOffer }),
  /** It takes the place of this version at the next quit; `waitsFor` once a restart was asked for. */
  z.strictObject({
    kind: z.literal('ready'),
    offer: updateOffer,
    waitsFor: z.array(unfinishedWork).readonly().nullable(),
  }),
  /** Something was refused or did not work, and nothing was installed; what is on offer can be tried again. */
  z.strictObject({ kind: z.literal('failed'), failure, offer: updateOffer.nullable() }),
]);
export type UpdateState = z.infer<typeof updateState>;
