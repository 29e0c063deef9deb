import { z } from 'zod';
import { type DoublePost, doublePost } from '#shared/domain/cmsAccount';
import type { Id, Time } from '#shared/domain/id';
import type { Reader, Store } from '../store';
import { write } from '../sql/write';

/** A post that a site was asked to create a second time because the first answer was lost: it may create both. */
export interface Repeat {
  readonly articleId: Id;
  readonly accountId: Id;
  /** The mark that both posts carry. */
  readonly mark: Id;
  readonly sentAt: Time;
  /** When to look for a second one again; null once that was done for long enough. */
  readonly lookAt: Time | null;
  readonly doubles: readonly DoublePost[];
}

interface Row {
  readonly article_id: Id;
  readonly account_id: Id;
  readonly mark: Id;
  readonly sent_at: Time;
  readonly look_at: Time | null;
  readonly doubles: string;
}

const select =
  'SELECT article_id, account_id, cms_repeats.mark AS mark, sent_at, look_at, doubles FROM cms_repeats';
const thisOne = 'article_id = ? AND account_id = ? AND mark = ?';

/** While the post itself is unknown, anything found is that post. */
const ready = `LEFT JOIN cms_links USING (article_id, account_id)
  WHERE look_at IS NOT NULL AND (remote_id IS NOT NULL OR cms_links.mark IS NOT cms_repeats.mark)`;

const toRepeat = (row: Row): Repeat => ({
  articleId: row.article_id,
  accountId: row.account_id,
  mark: row.mark,
  sentAt: row.sent_at,
  lookAt: row.look_at,
  doubles: doublesOf(row.doubles),
});

/** The posts found are only for display, and the next send looks again: an unreadable list delays nothing. */
function doublesOf(text: string): readonly DoublePost[] {
  try {
    return z.array(doublePost).parse(JSON.parse(text));
  } catch {
    return [];
  }
}

/** Notes that a post is about to be requested a second time; committed when it returns. */
export function keepRepeat(store: Store, { articleId, accountId, mark, sentAt, lookAt }: Repeat): void {
  const keep = store.db.prepare<[Id, Id, Id, Time, Time | null]>(
    `INSERT INTO cms_repeats (article_id, account_id, mark, sent_at, look_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET sent_at = excluded.sent_at, look_at = excluded.look_at`,
  );
  write(store, () => keep.run(articleId, accountId, mark, sentAt, lookAt));
}

/** What was found, and when to look again. */
export function changeRepeat(
  store: Store,
  { articleId, accountId, mark }: Repeat,
  { doubles, lookAt }: Pick<Repeat, 'doubles' | 'lookAt'>,
): void {
  const change = store.db.prepare<[string, Time | null, Id, Id, Id]>(
    `UPDATE cms_repeats SET doubles = ?, look_at = ? WHERE ${thisOne}`,
  );
  write(store, () => change.run(JSON.stringify(doubles), lookAt, articleId, accountId, mark));
}

/** There is one post, and there will be no other. */
export function dropRepeat(store: Store, { articleId, accountId, mark }: Repeat): void {
  const drop = store.db.prepare<[Id, Id, Id]>(`DELETE FROM cms_repeats WHERE ${thisOne}`);
  write(store, () => drop.run(articleId, accountId, mark));
}

export function repeatsOf({ db }: Reader, articleId: Id, accountId: Id): readonly Repeat[] {
  return db
    .prepare<[Id, Id], Row>(`${select} WHERE article_id = ? AND account_id = ? ORDER BY sent_at`)
    .all(articleId, accountId)
    .map(toRepeat);
}

/** Those due to be looked for now, longest waiting first. */
export function dueRepeats({ db }: Reader, now: Time): readonly Repeat[] {
  return db
    .prepare<[Time], Row>(`${select} ${ready} AND look_at <= ? ORDER BY look_at`)
    .all(now)
    .map(toRepeat);
}

/** When the next look is due; null if there is none. */
export function nextLook({ db }: Reader): Time | null {
  const sql = `SELECT min(look_at) FROM cms_repeats ${ready}`;
  return db.prepare<[], Time | null>(sql).pluck().get() ?? null;
}

/** Makes every look at this site due at once: signing in works again. */
export function wakeLooks(store: Store, accountId: Id): void {
  const due = store.db.prepare<[Time, Id]>(
    'UPDATE cms_repeats SET look_at = ? WHERE account_id = ? AND look_at IS NOT NULL',
  );
  write(store, () => due.run(store.now(), accountId));
}
