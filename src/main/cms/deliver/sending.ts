import type { CmsAccount } from '#shared/domain/cmsAccount';
import { secretField } from '#shared/domain/cmsKindWords';
import { inSentence } from '#shared/language/formats';
import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { say } from '#shared/language/say';
import { getAccount } from '../../store/cms/accounts';
import type { Store } from '../../store/store';
import { toldFailure } from '../../store/safety/recoveryMark';
import { type Claim, claim, listDue, postpone, renewClaim, settle } from '../../store/cms/outbox';
import type { CmsAdapter } from '../adapter';
import { adapterFor } from '../adapterFor';
import { deliver, type Delivered } from './deliver';
import { eachWithSecret } from './accountLanes';
import { lookForDoubles } from './doubles';
import { sentOnce } from './once';
import { isOfNetwork, isRetried, SiteFailure } from '../siteFailure';

/** What sending works with. */
export interface SendingContext {
  readonly store: Store;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  readonly online: () => boolean;
  readonly random: () => number;
  /** Throws NutgrafError `cms_secret_missing`, and `keyring_away`. */
  readonly secretOf: (accountId: Id) => Promise<string>;
  /** Hears of what stopped a post and is not the site's doing. */
  readonly onTrouble: (thrown: unknown) => void;
  /** Reports that an article's link to a site changed. */
  readonly tell: (articleId: Id) => void;
}

export type Sent =
  | { readonly kind: 'done'; readonly outcome: Delivered }
  | { readonly kind: 'waits'; readonly failure: SiteFailure }
  | { readonly kind: 'stopped'; readonly error: unknown };

/** How long a lease outlives the longest request under it, ms. */
const LEASE = 30_000;

export async function connect(
  { store, fetch, signal }: Pick<SendingContext, 'store' | 'fetch' | 'signal'>,
  account: CmsAccount,
  secret: string,
  beforeRequest: (mostMs: number) => void = () => undefined,
): Promise<CmsAdapter> {
  const ledger = sentOnce(store, account.id);
  return adapterFor(account, secret, { fetch, signal, now: store.now, sentOnce: ledger, beforeRequest });
}

/** Takes the lease on the entry for an article and a site; null while another process sends it. */
export function claimNow({ store }: SendingContext, articleId: Id, accountId: Id): Claim | null {
  return claim(store, articleId, accountId, store.now() + LEASE);
}

/** Sends under a lease; afterwards the entry is gone, waits for its next attempt, or for the user. */
export async function sendClaimed(
  context: SendingContext,
  held: Claim,
  secret: () => Promise<string>,
): Promise<Sent> {
  const { store, tell } = context;
  const { articleId, accountId, seen, overridden } = held.entry;
  try {
    tell(articleId);
    const account = getAccount(store, accountId);
    const adapter = await connect(context, account, await secret(), (mostMs) => renew(context, held, mostMs));
    const ledger = sentOnce(store, accountId);
    const delivery = { store, adapter, sentOnce: ledger, articleId, accountId, seen, overridden };
    const outcome = await deliver(delivery);
    await lookForDoubles(delivery).catch(lookLater);
    settle(store, held);
    return { kind: 'done', outcome };
  } catch (error) {
    return putBack(context, held, error);
  } finally {
    tell(articleId);
  }
}

/** The post was sent; a failed look for duplicates does not send it again. */
function lookLater(error: unknown): void {
  if (!(error instanceof SiteFailure)) throw error;
}

/** Each request extends the lease, so that no other process takes an article that is being sent. */
function renew({ store }: SendingContext, held: Claim, mostMs: number): void {
  if (renewClaim(store, held, store.now() + mostMs + LEASE)) return;
  throw new NutgrafError('lease_lost', say('Another Nutgraf took over sending this article.'));
}

/** Problems of our own computer that pass without anything being done about the article: sending continues on its own. */
const passing: ReadonlySet<string> = new Set(['disk_full', 'store_busy', 'store_displaced', 'keyring_away']);

function putBack({ store, signal, random, onTrouble }: SendingContext, held: Claim, error: unknown): Sent {
  if (error instanceof SiteFailure && (isRetried(error) || signal.aborted)) {
    const { retryAfterMs, lookInMs } = error.facts;
    const wait = lookInMs ?? backoff(held.entry.attempts + 1, random(), retryAfterMs);
    postpone(store, held, error.toFailure(), store.now() + (signal.aborted ? 0 : wait));
    return { kind: 'waits', failure: error };
  }
  const failure = toldFailure(store.folder, error);
  const due = passing.has(failure.code) ? store.now() + backoff(held.entry.attempts + 1, random()) : null;
  if (due !== null || failure.code === 'store_damaged' || failure.code === 'internal') onTrouble(error);
  postpone(store, held, failure, due);
  return { kind: 'stopped', error };
}

/**
 * Sends all that is due, in each account's order, or only what is due for one account. A site that gave no answer is
 * asked once, whatever is waiting for it.
 */
export async function sendDue(context: SendingContext, only?: Id): Promise<void> {
  const { store } = context;
  const unreached = new Map<Id, SiteFailure>();
  const all = listDue(store, store.now());
  const due = only === undefined ? all : all.filter((entry) => entry.accountId === only);
  await eachWithSecret(context, due, async ({ articleId, accountId }, secret) => {
    const held = claimNow(context, articleId, accountId);
    const failure = unreached.get(accountId);
    if (held && failure) putBack(context, held, failure);
    if (!held || failure) return;
    const sent = await sendClaimed(context, held, secret);
    if (sent.kind === 'waits' && isOfNetwork(sent.failure)) unreached.set(accountId, sent.failure);
  });
}

/** The failure of a send without a secret. */
export function secretMissing({ kind, name }: Pick<CmsAccount, 'kind' | 'name'>): NutgrafError {
  return new NutgrafError(
    'cms_secret_missing',
    say('Missing for {name}: {field}. Enter it, and the article will be sent.', {
      field: inSentence(secretField(kind).label()),
      name,
    }),
  );
}

const SHORTEST = 5_000;
const LONGEST = 15 * 60_000;

/**
 * Ms to wait after the given number of failed attempts (1 for the first): doubling from 5 s to 15 min, spread by up
 * to a quarter so that many articles do not come back at once. `random` is from 0 up to 1. A site's own `Retry-After`
 * is always respected.
 */
export function backoff(attempts: number, random: number, retryAfterMs = 0): number {
  const steps = Math.min(attempts - 1, 20);
  const wait = Math.min(SHORTEST * 2 ** steps, LONGEST);
  return Math.max(Math.round(wait * (1 - random / 4)), retryAfterMs);
}

/** What the history says of an article that was sent although it was held back. */
export const sentWhile =
  (name: string) =>
  (holds: string, reason: string): string =>
    say('Sent to {name} while {holds}: {reason}', { name, holds, reason });
