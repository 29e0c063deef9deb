import type { Id, Time } from '#shared/domain/id';
import { say } from '#shared/language/say';
import { dropWrite, getWrite, keepWrite, type UnsureWrite } from '../../store/cms/unsureWrites';
import type { Store } from '../../store/store';
import { isRetried, SiteFailure, siteFailureOf } from '../siteFailure';

/** Something that a site is asked to create or change, and that must not happen twice. */
interface OneWrite<T> {
  /** Identifies it at its site, for example by the mark of a post. */
  readonly key: string;
  /** The longest it takes before its answer counts as lost, ms. */
  readonly mostMs: number;
  /** Looks for it at the site; null when it is not there (yet). */
  readonly find: () => Promise<T | null>;
  readonly make: () => Promise<T>;
}

/** What is there now: created with a good answer, or found after a bad one. */
interface Once<T> {
  readonly kind: 'made' | 'found';
  readonly value: T;
}

/**
 * The one rule for everything that is sent: only an answer that certainly came before any work counts as "not done".
 * After any other answer, and after none, Nutgraf looks for it at the site, at growing intervals, before it is sent
 * again. What is under way is committed before it is sent, and so outlives the app.
 */
export interface SentOnce {
  /** Whether an earlier one with this key was sent without a clear answer. */
  readonly isUnsure: (key: string) => boolean;
  /** It was found. */
  readonly found: (key: string) => void;
  /**
   * It was looked for and is not there. Throws SiteFailure `cms_answer_lost` while the site may still be working on
   * it; once, after that, the site's answer to it, if only the user can do something about that.
   */
  readonly notFound: (key: string) => void;
  /** Sends it, and looks for it at once after a bad answer. Throws what the site answered. */
  readonly send: <T>(one: OneWrite<T>) => Promise<Once<T>>;
}

/** How long to wait before each look after the answer, ms; the last one repeats. */
const PAUSES = [5_000, 10_000, 20_000, 40_000, 60_000] as const;
/** How long after its answer a site may still be working: the first three looks. */
const QUIET = 35_000;
/** The same after an answer from something in between that gave up waiting for the site: all looks. */
const LONG_QUIET = 135_000;
/** A clock that jumped ahead, as after a computer's sleep, does not count as looks. */
const LEAST_LOOKS = 2;
/** No window lasts longer: the clock was set back before the store was opened. */
const LONGEST = 600_000;

/** Request Timeout, Gateway Timeout, and Cloudflare's codes for the same. */
const gaveUpWaiting: ReadonlySet<number> = new Set([408, 504, 522, 524]);

export function sentOnce(store: Store, accountId: Id): SentOnce {
  const place: Place = {
    now: store.now,
    get: (key) => getWrite(store, accountId, key),
    keep: (key, unsure) => keepWrite(store, accountId, key, unsure),
    drop: (key) => dropWrite(store, accountId, key),
  };
  return {
    isUnsure: (key) => place.get(key) !== null,
    found: place.drop,
    notFound: (key) => notFound(place, key),
    send: async (one) => send(place, one),
  };
}

/** What is known of the writes to one account's site. */
interface Place {
  readonly now: () => Time;
  readonly get: (key: string) => UnsureWrite | null;
  readonly keep: (key: string, unsure: UnsureWrite) => void;
  readonly drop: (key: string) => void;
}

function notFound({ now, get, keep }: Place, key: string): void {
  const unsure = get(key);
  if (unsure === null) return;
  const looked = afterLook(unsure, now());
  const isOver = looked.looks >= LEAST_LOOKS && now() >= looked.quietUntil;
  keep(key, isOver ? { ...looked, refused: null } : looked);
  if (!isOver) throw stillAtIt(looked, now());
  if (unsure.refused) throw siteFailureOf(unsure.refused);
}

async function send<T>(place: Place, one: OneWrite<T>): Promise<Once<T>> {
  const { now, get, keep, drop } = place;
  const before = get(one.key);
  keep(one.key, { looks: 0, quietUntil: now() + one.mostMs + QUIET, refused: null });
  try {
    const value = await one.make();
    drop(one.key);
    return { kind: 'made', value };
  } catch (error) {
    if (!(error instanceof SiteFailure)) throw error;
    if (error.facts.maybeDone === true) {
      const value = await lookAfter(place, one, error);
      drop(one.key);
      return { kind: 'found', value };
    }
    if (before) keep(one.key, before);
    else drop(one.key);
    throw error;
  }
}

/** Throws the answer itself if nothing better is known, so that the user is told of it. */
async function lookAfter<T>({ now, keep }: Place, one: OneWrite<T>, answer: SiteFailure): Promise<T> {
  const { key, find } = one;
  const looks = isOwnWord(answer) ? LEAST_LOOKS - 1 : 0;
  const unsure: UnsureWrite = { looks, quietUntil: now() + quietAfter(answer), refused: null };
  keep(key, unsure);
  if (!isAnswered(answer)) throw answer;
  const found = await find().catch(() => undefined);
  if (found !== null && found !== undefined) return found;
  if (found === undefined || isOwnWord(answer)) throw answer;
  if (!isRetried(answer)) keep(key, { ...unsure, refused: answer.toFailure() });
  throw unclear(answer);
}

/** For a site about which nothing is stored: everything is simply sent. */
export const notKept: SentOnce = {
  isUnsure: () => false,
  found: () => undefined,
  notFound: () => undefined,
  send: async ({ make }) => ({ kind: 'made', value: await make() }),
};

/** Somebody answered, and did not ask to be left alone. */
const isAnswered = ({ facts }: SiteFailure): boolean =>
  facts.status !== undefined && (facts.retryAfterMs ?? 0) === 0;

/** The site's own API says what is wrong: nothing is under way there any more. It was looked for all the same. */
const isOwnWord = ({ facts: { siteCode, status = 0 } }: SiteFailure): boolean =>
  siteCode !== undefined && status >= 400 && status < 500;

const quietAfter = ({ facts: { status } }: SiteFailure): number =>
  status !== undefined && gaveUpWaiting.has(status) ? LONG_QUIET : QUIET;

const afterLook = ({ looks, quietUntil, refused }: UnsureWrite, now: Time): UnsureWrite => ({
  looks: looks + 1,
  quietUntil: quietUntil > now + LONGEST ? now + QUIET : quietUntil,
  refused,
});

const pauseAfter = (looks: number): number => PAUSES[Math.min(looks, PAUSES.length - 1)] ?? QUIET;

function stillAtIt({ looks, quietUntil }: UnsureWrite, now: Time): SiteFailure {
  const rest = quietUntil - now;
  const pause = pauseAfter(looks);
  return new SiteFailure(
    'cms_answer_lost',
    say(
      'The site’s last answer was lost. Nutgraf gives the site time to finish, then checks what arrived before it sends anything again.',
    ),
    { lookInMs: rest > 0 ? Math.min(rest, pause) : pause },
  );
}

const unclear = ({ facts }: SiteFailure): SiteFailure =>
  new SiteFailure(
    'cms_answer_lost',
    say(
      'The site’s answer ({status}) does not say whether it accepted the post. Nutgraf looks for it there before it sends anything again.',
      { status: `${facts.status}` },
    ),
    { lookInMs: pauseAfter(0), ...(facts.status === undefined ? {} : { status: facts.status }) },
  );
