import type { SendResult } from '#shared/domain/cmsAccount';
import { NutgrafError, type Failure } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { say } from '#shared/language/say';
import { type AccountIdentity, ensureAccount } from '../../store/cms/accounts';
import { getLink, placeOf } from '../../store/cms/links';
import { letLeave } from '../../store/articles/holds';
import type { Store } from '../../store/store';
import { doublesOf } from '../linkView';
import { getEntry, queue, wakeFailed } from '../../store/cms/outbox';
import type { Delivered } from './deliver';
import { claimNow, sendClaimed, sendDue, type SendingContext, sentWhile } from './sending';
import { networkFailures } from '../siteFailure';
import { siteAddress } from '../siteAddress';

/** The longest that a push waits for a lost answer to turn up, or for another process to send, ms. */
const PATIENCE = 60_000;

interface Push {
  readonly articleId: Id;
  readonly account: AccountIdentity;
  readonly secret: string;
  /** Why it may go out though the article is held back. */
  readonly override: string | null;
}

/**
 * Sends one article now. If the answer to a create was lost, it waits until the post is found or surely was not
 * created; if another process is sending, until that is done.
 */
export async function pushNow(
  context: SendingContext,
  sleep: (ms: number) => Promise<unknown>,
  { articleId, account: identity, secret, override }: Push,
): Promise<SendResult> {
  const { store } = context;
  const url = siteAddress(identity.url, { allowPrivate: true });
  const account = ensureAccount(store, { ...identity, url });
  const deadline = store.now() + PATIENCE;
  const overridden = letLeave(store, articleId, sentWhile(account.name), override);
  queue(store, articleId, account.id, { overridden });
  for (;;) {
    const held = claimNow(context, articleId, account.id);
    const sent = held && (await sendClaimed(context, held, async () => secret));
    if (sent?.kind === 'done') {
      await sendUnreached({ ...context, secretOf: async () => secret }, account.id);
      return resultOf(store, articleId, account.id, sent.outcome);
    }
    if (sent?.kind === 'stopped') throw sent.error;
    const isLost = sent?.failure.code === 'cms_answer_lost' || sent?.failure.facts.maybeDone;
    if ((sent && !isLost) || store.now() >= deadline || context.signal.aborted) {
      return queuedResult(store, articleId, account.id, sent?.failure.toFailure() ?? null);
    }
    await sleep(sent ? (sent.failure.facts.lookInMs ?? 1000) : 250);
    if (getEntry(store, articleId, account.id) === null) queue(store, articleId, account.id, { overridden });
  }
}

/** The site answers again: what had waited for that goes along. */
async function sendUnreached(context: SendingContext, accountId: Id): Promise<void> {
  wakeFailed(context.store, networkFailures);
  await sendDue(context, accountId);
}

function resultOf(store: Store, articleId: Id, accountId: Id, outcome: Delivered): SendResult {
  const link = getLink(store, articleId, accountId);
  const place = { id: articleId, ...placeOf(link) };
  const found = doublesOf(store, articleId, accountId, place.remoteId);
  const doubles = found.length === 0 ? {} : { doubles: [...found] };
  const differences = link?.conflict?.differences ?? [];
  if (outcome === 'conflict')
    return { ...place, outcome, detail: { differences: [...differences], ...doubles } };
  return { ...place, outcome, detail: { alterations: [...(link?.alterations ?? [])], ...doubles } };
}

function queuedResult(store: Store, articleId: Id, accountId: Id, failure: Failure | null): SendResult {
  const why =
    failure ?? new NutgrafError('cms_sending', say('Another Nutgraf is sending this article.')).toFailure();
  return {
    id: articleId,
    ...placeOf(getLink(store, articleId, accountId)),
    outcome: 'queued',
    detail: { code: why.code, message: why.message },
  };
}
