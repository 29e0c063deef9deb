import type { Id } from '#shared/domain/id';
import { isAway, keyringAway } from '../credentials';

type Reading = (accountId: Id) => Promise<string>;

interface Going {
  readonly signal: AbortSignal;
  readonly online: () => boolean;
  readonly secretOf: Reading;
}

/**
 * Goes through what is due, account by account in the order given. One thing is done at a time; an account whose
 * secret is waited for lets the others go first. Ends without the rest once it is stopped or there is no network.
 */
export async function eachWithSecret<Due extends { readonly accountId: Id }>(
  { signal, online, secretOf }: Going,
  due: readonly Due[],
  act: (one: Due, secret: () => Promise<string>) => Promise<void>,
): Promise<void> {
  const goesOn = (): boolean => !signal.aborted && online();
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const lane = async (accountId: Id): Promise<void> => {
    for (const one of due.filter((each) => each.accountId === accountId)) {
      if (!goesOn()) return;
      const secret = secretOf(accountId);
      await secret.catch(() => undefined); // What it throws is for `act`, in its turn.
      await inTurn(async () => (goesOn() ? act(one, async () => secret) : undefined));
    }
  };
  const ended = await Promise.allSettled([...new Set(due.map(({ accountId }) => accountId))].map(lane));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}

/** For one round: a keyring that did not answer for an account is not asked for it again. */
export function askedOnce(secretOf: Reading): Reading {
  const away = new Set<Id>();
  return async (accountId) => {
    if (away.has(accountId)) throw keyringAway();
    try {
      return await secretOf(accountId);
    } catch (thrown) {
      if (isAway(thrown)) away.add(accountId);
      throw thrown;
    }
  };
}

/** What is read, unless the signal comes first: whatever the keyring waits for, nobody waits to close. */
export function unlessStopped<T>(reading: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new DOMException('sending was stopped', 'AbortError'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    void reading.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
