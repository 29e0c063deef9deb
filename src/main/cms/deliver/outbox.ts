import { setTimeout as pause } from 'node:timers/promises';
import type { CmsLink, SendResult } from '#shared/domain/cmsAccount';
import { NutgrafError } from '#shared/domain/failure';
import type { Id, Time } from '#shared/domain/id';
import { say } from '#shared/language/say';
import { getArticle } from '../../store/articles/articles';
import { type AccountIdentity, getAccount } from '../../store/cms/accounts';
import { letLeave } from '../../store/articles/holds';
import type { Store } from '../../store/store';
import { countWaiting, nextDue, queue, wake, wakeFailed } from '../../store/cms/outbox';
import { nextLook, wakeLooks, dueRepeats, type Repeat } from '../../store/cms/repeats';
import type { Secrets } from '../credentials';
import { linkView, linkViews, markSync } from '../linkView';
import { askedOnce, eachWithSecret, unlessStopped } from './accountLanes';
import { look, putOff } from './doubles';
import { pushNow } from './pushNow';
import { connect, secretMissing, sendDue, type SendingContext, sentWhile } from './sending';
import { networkFailures, isOfNetwork, SiteFailure } from '../siteFailure';
import { settleWithOurs, settleWithTheirs } from './resolution';

export interface OutboxOptions {
  readonly store: Store;
  /** Must leave redirects unfollowed with `redirect: 'manual'`, and never repeat a request on its own. */
  readonly fetch?: typeof fetch;
  readonly secrets?: Pick<Secrets, 'read'>;
  readonly online?: () => boolean;
  readonly onChange?: (articleIds: readonly Id[]) => void;
  /** A post was stopped by something other than the site, such as a damaged store. */
  readonly onTrouble?: (thrown: unknown) => void;
  /** From 0 up to 1, to spread retries. */
  readonly random?: () => number;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

/** What is to go to sites: durable, in order, one sender per article across all processes of the store. */
export interface Outbox {
  /**
   * Puts the article in the outbox and returns at once; {@link run} sends it. Throws NutgrafError `article_held` for
   * one that is held back, unless there is a reason to `override` that.
   */
  readonly enqueue: (articleId: Id, accountId: Id, override?: string | null) => CmsLink;
  /** Sends what is due, one by one, and looks for duplicates that a site created; returns when the next is due. */
  readonly run: () => Promise<Time | null>;
  /** The network is back: what got no answer is due at once. */
  readonly wake: () => void;
  /** The account's secret was entered: what waited for it is due at once. */
  readonly wakeAccount: (accountId: Id) => void;
  /**
   * Sends one article now, with a secret that is stored nowhere. `queued` when the site gave no answer; it goes with
   * the next push or run. Throws NutgrafError where only the user can help.
   */
  readonly pushNow: (
    articleId: Id,
    account: AccountIdentity,
    secret: string,
    override?: string | null,
  ) => Promise<SendResult>;
  /** Resolves a conflict that the user saw. Throws NutgrafError `no_conflict`, or what the site throws. */
  readonly resolve: (articleId: Id, accountId: Id, choice: 'mine' | 'theirs') => Promise<CmsLink>;
  readonly links: (articleId: Id) => readonly CmsLink[];
  readonly waiting: () => number;
  /** Stops what is under way; the next outbox resumes it. */
  readonly close: () => Promise<void>;
}

export function createOutbox(options: OutboxOptions): Outbox {
  const { store, sleep = pause } = options;
  const closing = new AbortController();
  const context = contextOf(options, closing.signal);
  let running: Promise<Time | null> | null = null;

  const run = async (): Promise<Time | null> => {
    const round = { ...context, secretOf: askedOnce(context.secretOf) };
    await sendDue(round);
    await lookDue(round);
    return context.online() && !closing.signal.aborted ? earlier(nextDue(store), nextLook(store)) : null;
  };
  return {
    enqueue: (articleId, accountId, override = null) => enqueue(context, articleId, accountId, override),
    run: () => {
      running ??= run().finally(() => (running = null));
      return running;
    },
    wake: () => wakeFailed(store, networkFailures),
    wakeAccount: (accountId) => {
      wake(store, accountId);
      wakeLooks(store, accountId);
    },
    pushNow: async (articleId, account, secret, override = null) =>
      pushNow(context, sleep, { articleId, account, secret, override }),
    resolve: async (articleId, accountId, choice) => resolve(context, articleId, accountId, choice),
    links: (articleId) => linkViews(store, articleId, store.now()),
    waiting: () => countWaiting(store),
    close: async () => {
      closing.abort();
      await running;
    },
  };
}

function earlier(one: Time | null, other: Time | null): Time | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

function contextOf(options: OutboxOptions, signal: AbortSignal): SendingContext {
  const { store, secrets, fetch: reach = fetch, random = Math.random } = options;
  const { online = () => true, onChange = () => undefined, onTrouble = () => undefined } = options;
  return {
    store,
    fetch: reach,
    signal,
    online,
    random,
    onTrouble,
    secretOf: async (accountId) => {
      const secret = secrets === undefined ? null : await unlessStopped(secrets.read(accountId), signal);
      if (secret === null) throw secretMissing(getAccount(store, accountId));
      return secret;
    },
    tell: (articleId) => {
      markSync(store, articleId);
      onChange([articleId]);
    },
  };
}

function enqueue(context: SendingContext, articleId: Id, accountId: Id, override: string | null): CmsLink {
  const { store, tell } = context;
  const { trashedAt } = getArticle(store, articleId);
  if (trashedAt !== null) {
    throw new NutgrafError('in_trash', say('This article is in the trash. Put it back before you send it.'));
  }
  const { name } = getAccount(store, accountId);
  const overridden = letLeave(store, articleId, sentWhile(name), override);
  queue(store, articleId, accountId, { overridden });
  tell(articleId);
  return linkView(store, articleId, accountId, store.now());
}

async function resolve(
  context: SendingContext,
  articleId: Id,
  accountId: Id,
  choice: 'mine' | 'theirs',
): Promise<CmsLink> {
  const { store, tell, secretOf } = context;
  const place = { store, articleId, accountId };
  if (choice === 'mine') settleWithOurs(place);
  else
    await settleWithTheirs(place, async () =>
      connect(context, getAccount(store, accountId), await secretOf(accountId)),
    );
  tell(articleId);
  return linkView(store, articleId, accountId, store.now());
}

/** Looks for second posts where that is due. A site that gave no answer is asked once. */
async function lookDue(context: SendingContext): Promise<void> {
  const { store } = context;
  const unreached = new Set<Id>();
  await eachWithSecret(context, dueRepeats(store, store.now()), async (repeat, secret) => {
    if (unreached.has(repeat.accountId)) putOff(store, repeat);
    else if (!(await lookOnce(context, repeat, secret))) unreached.add(repeat.accountId);
  });
}

/** Whether the site could be reached. Any other problem is reported where the article is sent, and tried again. */
async function lookOnce(
  context: SendingContext,
  repeat: Repeat,
  secret: () => Promise<string>,
): Promise<boolean> {
  const { store, onTrouble, tell } = context;
  const { articleId, accountId } = repeat;
  try {
    const adapter = await connect(context, getAccount(store, accountId), await secret());
    await look(store, adapter, repeat);
    tell(articleId);
  } catch (error) {
    putOff(store, repeat);
    if (error instanceof SiteFailure) return !isOfNetwork(error);
    if (!(error instanceof NutgrafError)) onTrouble(error);
  }
  return true;
}
