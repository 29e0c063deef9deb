import { z } from 'zod';
import { cmsKindIds } from './cmsKindWords';
import { failure } from './failure';
import { id, time } from './id';

export const cmsKind = z.enum(cmsKindIds);

/** Where a secret is kept: in the OS keyring, or only in memory until the app closes. */
const secretKeeping = z.enum(['keyring', 'session', 'missing']);
export type SecretKeeping = z.infer<typeof secretKeeping>;

/**
 * Whether the OS has a keyring: `away` while it has one that does not answer, locked or waiting for its user. One that
 * encrypts with a password that everybody knows is none.
 */
export const keyringState = z.enum(['usable', 'none', 'away']);
export type KeyringState = z.infer<typeof keyringState>;

/** The maximum length of an account's name and of each value typed for it. */
export const ACCOUNT_TEXT_LIMIT = 200;

/** A site that articles are sent to. Its secret is never part of it. */
export const cmsAccount = z.strictObject({
  id,
  kind: cmsKind,
  name: z.string().max(ACCOUNT_TEXT_LIMIT),
  /** The site's address without a trailing slash. */
  url: z.string(),
  /** What its kind asks for to sign in, by key, except the secret. */
  fields: z.record(z.string().max(50), z.string().min(1).max(ACCOUNT_TEXT_LIMIT)),
  createdAt: time,
});
export type CmsAccount = z.infer<typeof cmsAccount>;

export const cmsAccountRow = cmsAccount.extend({ secret: secretKeeping });
export type CmsAccountRow = z.infer<typeof cmsAccountRow>;

/** What differs between the site and the base, for display. */
export const difference = z.strictObject({
  /** `headline`, `section`, `hashtags`, `standfirst`, `slug`, or a block: "Paragraph 3". */
  where: z.string(),
  kind: z.enum(['field', 'block']),
  base: z.string().nullable(),
  ours: z.string().nullable(),
  theirs: z.string().nullable(),
});
export type Difference = z.infer<typeof difference>;

/** The state of a send: how it ended, or what it is waiting for. */
const sendOutcome = z.enum(['created', 'updated', 'unchanged', 'conflict', 'queued']);

const sendResult = z.strictObject({
  id,
  remoteId: z.string().nullable(),
  url: z.string().nullable(),
  outcome: sendOutcome,
  detail: z.json(),
});
export type SendResult = z.infer<typeof sendResult>;

/** An article's link to one site. */
const syncState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({
    kind: z.literal('waiting'),
    attempts: z.int(),
    nextAttemptAt: time,
    failure: failure.nullable(),
  }),
  z.strictObject({ kind: z.literal('sending') }),
  z.strictObject({ kind: z.literal('synced'), at: time, changedSince: z.boolean() }),
  z.strictObject({ kind: z.literal('conflict'), at: time, differences: z.array(difference).readonly() }),
  z.strictObject({ kind: z.literal('failed'), failure }),
]);
export type SyncState = z.infer<typeof syncState>;

/** A post on a site other than the one the article is linked to. */
export const doublePost = z.strictObject({ remoteId: z.string(), url: z.string() });
export type DoublePost = z.infer<typeof doublePost>;

export const cmsLink = z.strictObject({
  articleId: id,
  accountId: id,
  remoteId: z.string().nullable(),
  url: z.string().nullable(),
  state: syncState,
  /** What the site altered in the last send, in whole sentences. */
  alterations: z.array(z.string()).readonly(),
  /** Extra posts the site made of the article when a send was repeated because its answer was lost. */
  doubles: z.array(doublePost).readonly(),
});
export type CmsLink = z.infer<typeof cmsLink>;
