import { type Failure, failure, toFailure } from '#shared/domain/failure';
import type { Id, Time } from '#shared/domain/id';
import type { Reader, Store } from '../store';
import { write } from '../sql/write';

/** An article waiting to go to a site. There is one entry for each pair, however often it was requested. */
export interface OutboxEntry {
  readonly articleId: Id;
  readonly accountId: Id;
  /** Grows with each request, so that one made while the article is being sent is not lost. */
  readonly requests: number;
  readonly attempts: number;
  readonly nextAttemptAt: Time;
  readonly claimedUntil: Time;
  /** It failed in a way that only the user can fix. */
  readonly stopped: boolean;
  /** The state of the site's post that the user chose to overwrite. */
  readonly seen: string | null;
  /** The holds on the article when a reason was given to override them. */
  readonly overridden: readonly string[];
  readonly failure: Failure | null;
}

interface Row {
  readonly article_id: Id;
  readonly account_id: Id;
  readonly requests: number;
  readonly attempts: number;
  readonly next_attempt_at: Time;
  readonly claimed_until: Time;
  readonly stopped: number;
  readonly seen: string | null;
  readonly override: string | null;
  readonly failure: string | null;
}

const columns =
  'article_id, account_id, requests, attempts, next_attempt_at, claimed_until, stopped, seen, override, failure';
const thisOne = 'article_id = ? AND account_id = ?';

/** The reason for waiting is only for display: if it cannot be read, the article is sent all the same. */
function failureOf(text: string): Failure {
  try {
    return failure.parse(JSON.parse(text));
  } catch (thrown) {
    return toFailure(thrown);
  }
}

/** An unreadable list overrides no holds. */
function listOf(text: string | null): readonly string[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.map(String) : [];
  } catch {
    return [];
  }
}

const toEntry = (row: Row): OutboxEntry => ({
  articleId: row.article_id,
  accountId: row.account_id,
  requests: row.requests,
  attempts: row.attempts,
  nextAttemptAt: row.next_attempt_at,
  claimedUntil: row.claimed_until,
  stopped: row.stopped === 1,
  seen: row.seen,
  overridden: listOf(row.override),
  failure: row.failure === null ? null : failureOf(row.failure),
});

/** A lease on an entry: only its holder sends, and only until it expires. */
export interface Claim {
  readonly token: Id;
  readonly entry: OutboxEntry;
}

/** What a send was permitted: to overwrite one state of the site's post, and to go out in spite of these holds. */
export interface Allowed {
  readonly seen?: string | null;
  readonly overridden?: readonly string[];
}

/** Puts the article in the outbox, due at once. */
export function queue(
  store: Store,
  articleId: Id,
  accountId: Id,
  { seen = null, overridden = [] }: Allowed = {},
): void {
  const now = store.now();
  const held = overridden.length === 0 ? null : JSON.stringify(overridden);
  const put = store.db.prepare<[Id, Id, Time, Time, string | null, string | null]>(
    `INSERT INTO cms_outbox (article_id, account_id, queued_at, next_attempt_at, seen, override)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (article_id, account_id) DO UPDATE SET
       requests = requests + 1, attempts = 0, stopped = 0, failure = NULL,
       next_attempt_at = excluded.next_attempt_at, seen = coalesce(excluded.seen, seen),
       override = coalesce(excluded.override, override)`,
  );
  write(store, () => put.run(articleId, accountId, now, now, seen, held));
}

export function getEntry({ db }: Reader, articleId: Id, accountId: Id): OutboxEntry | null {
  const row = db
    .prepare<[Id, Id], Row>(`SELECT ${columns} FROM cms_outbox WHERE ${thisOne}`)
    .get(articleId, accountId);
  return row === undefined ? null : toEntry(row);
}

/** Due and free entries in the order in which they arrived. */
export function listDue({ db }: Reader, now: Time): readonly OutboxEntry[] {
  return db
    .prepare<[Time, Time], Row>(
      `SELECT ${columns} FROM cms_outbox
       WHERE stopped = 0 AND next_attempt_at <= ? AND claimed_until <= ? ORDER BY queued_at, article_id`,
    )
    .all(now, now)
    .map(toEntry);
}

/** When the next entry is due or its lease expires; null when nothing is waiting. */
export function nextDue({ db }: Reader): Time | null {
  const sql = 'SELECT min(max(next_attempt_at, claimed_until)) AS due FROM cms_outbox WHERE stopped = 0';
  return db.prepare<[], { readonly due: Time | null }>(sql).get()?.due ?? null;
}

/** How many articles are waiting, including those that only the user can release. */
export function countWaiting({ db }: Reader): number {
  return (
    db.prepare<[], { readonly count: number }>('SELECT count(*) AS count FROM cms_outbox').get()?.count ?? 0
  );
}

/** How many articles go to a site without anybody's doing: on their way now, or tried at a later time. */
export function countOnTheirOwn({ db }: Reader): number {
  const sql = 'SELECT count(DISTINCT article_id) FROM cms_outbox WHERE stopped = 0';
  return db.prepare<[], number>(sql).pluck().get() ?? 0;
}

/** Takes the lease, across all processes of the store; null if another one holds it or nothing is waiting. */
export function claim(store: Store, articleId: Id, accountId: Id, until: Time): Claim | null {
  const token = store.newId();
  const take = store.db.prepare<[Id, Time, Id, Id, Time], Row>(
    `UPDATE cms_outbox SET claim = ?, claimed_until = ?
     WHERE ${thisOne} AND stopped = 0 AND claimed_until <= ? RETURNING ${columns}`,
  );
  const row = write(store, () => take.get(token, until, articleId, accountId, store.now()));
  return row === undefined ? null : { token, entry: toEntry(row) };
}

/** Extends the lease; false when it expired and went to another process. */
export function renewClaim(store: Store, { token, entry }: Claim, until: Time): boolean {
  const renew = store.db.prepare<[Time, Id, Id, Id]>(
    `UPDATE cms_outbox SET claimed_until = ? WHERE ${thisOne} AND claim = ?`,
  );
  return write(store, () => renew.run(until, entry.articleId, entry.accountId, token)).changes === 1;
}

/** The article was sent: its entry is removed, or is due again if another request arrived meanwhile. */
export function settle(store: Store, { token, entry }: Claim): void {
  const { articleId, accountId, requests } = entry;
  const remove = store.db.prepare<[Id, Id, Id, number]>(
    `DELETE FROM cms_outbox WHERE ${thisOne} AND claim = ? AND requests = ?`,
  );
  write(store, () => {
    const { changes } = remove.run(articleId, accountId, token, requests);
    if (changes === 0) release(store, entry, token, 'attempts = 0, failure = NULL', []);
  });
}

/** The send failed: tried again at `nextAttemptAt`, or, when that is null, once the user has acted. */
export function postpone(
  store: Store,
  { token, entry }: Claim,
  why: Failure,
  nextAttemptAt: Time | null,
): void {
  if (nextAttemptAt === null) {
    release(store, entry, token, 'attempts = attempts + 1, stopped = (requests = ?), failure = ?', [
      entry.requests,
      JSON.stringify(why),
    ]);
    return;
  }
  release(store, entry, token, 'attempts = attempts + 1, next_attempt_at = ?, failure = ?', [
    nextAttemptAt,
    JSON.stringify(why),
  ]);
}

function release(
  store: Store,
  { articleId, accountId }: OutboxEntry,
  token: Id,
  assignments: string,
  values: readonly (string | number)[],
): void {
  const sql = `UPDATE cms_outbox SET claim = NULL, claimed_until = 0, ${assignments} WHERE ${thisOne} AND claim = ?`;
  write(store, () => store.db.prepare<(string | number)[]>(sql).run(...values, articleId, accountId, token));
}

/** Makes everything for this site due at once, for example after its secret was entered again. */
export function wake(store: Store, accountId: Id): void {
  const due = store.db.prepare<[Time, Id]>(
    'UPDATE cms_outbox SET stopped = 0, next_attempt_at = ? WHERE account_id = ?',
  );
  write(store, () => due.run(store.now(), accountId));
}

/** Makes everything due at once whose last failure was one of these: the network is back. */
export function wakeFailed(store: Store, codes: readonly string[]): void {
  const due = store.db.prepare<[Time, string]>(
    `UPDATE cms_outbox SET next_attempt_at = ?
     WHERE stopped = 0 AND json_valid(failure)
       AND json_extract(failure, '$.code') IN (SELECT value FROM json_each(?))`,
  );
  write(store, () => due.run(store.now(), JSON.stringify(codes)));
}
