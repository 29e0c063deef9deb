import { z } from 'zod';
import { difference } from '#shared/domain/cmsAccount';
import { type Id, id, time } from '#shared/domain/id';
import { postSnapshot } from '#shared/domain/postSnapshot';
import { NutgrafError } from '#shared/domain/failure';
import type { Reader, Store } from '../store';
import { mendRows } from '../safety/mendRows';
import { isIntact, seal } from '../sql/seals';
import { write } from '../sql/write';

/** What was last asked of the site; what it gave may differ, and is in the base. */
const sent = z.strictObject({
  slug: z.string().nullable(),
  section: z.array(z.string()).readonly().nullable(),
});

/** What was being sent when the answer was lost; kept before each create and update, and until the next good one. */
const attempt = z.strictObject({
  snapshot: postSnapshot,
  sent,
  fingerprint: z.string(),
  version: z.int(),
  /** Of stores that kept the time in here: `cms_writes` has it now. */
  quietUntil: time.optional(),
});

const conflict = z.strictObject({
  at: time,
  differences: z.array(difference).readonly(),
  /** Fingerprint of what was seen on the site, so that only that is ever overwritten. */
  seen: z.string(),
});

/** The way of one article to one site. */
const link = z.strictObject({
  articleId: id,
  accountId: id,
  /** The idempotency mark; committed before the first create, new for a post that is made anew. */
  mark: id,
  remoteId: z.string().nullable(),
  url: z.string().nullable(),
  /** The post as both sides last agreed on it, as the site returned it. */
  base: postSnapshot.nullable(),
  attempt: attempt.nullable(),
  sentFingerprint: z.string().nullable(),
  sentVersion: z.int().nullable(),
  sent: sent.nullable(),
  syncedAt: time.nullable(),
  conflict: conflict.nullable(),
  alterations: z.array(z.string()).readonly(),
});
export type LinkRecord = z.infer<typeof link>;
export type LinkChange = Partial<Omit<LinkRecord, 'articleId' | 'accountId'>>;

const columnOf = {
  mark: 'mark',
  remoteId: 'remote_id',
  url: 'url',
  base: 'base',
  attempt: 'attempt',
  sentFingerprint: 'sent_fingerprint',
  sentVersion: 'sent_version',
  sent: 'sent',
  syncedAt: 'synced_at',
  conflict: 'conflict',
  alterations: 'alterations',
} as const satisfies Record<keyof LinkChange, string>;

const json: ReadonlySet<string> = new Set(['base', 'attempt', 'sent', 'conflict', 'alterations']);

type Row = Readonly<Record<string, string | number | null>>;

const selection = Object.entries(columnOf).map(([field, column]) => `${column} AS ${field}`);
const select = `SELECT article_id AS articleId, account_id AS accountId, ${selection.join(', ')} FROM cms_links`;

/** What was agreed on is needed to tell who changed what: with a part of it nothing could be sent safely. */
function toLink(row: Row): LinkRecord {
  try {
    const fields = Object.entries(row).map(([field, value]) => [
      field,
      json.has(field) && typeof value === 'string' ? (JSON.parse(value) as unknown) : value,
    ]);
    return link.parse(Object.fromEntries(fields));
  } catch (thrown) {
    throw new NutgrafError(
      'link_damaged',
      'What was last agreed on with the site about this article changed on the disk by itself. The text here is safe, and nothing was sent, so that nothing there is written over. A backup in the store’s folder still has it.',
      String(thrown),
    );
  }
}

/** Null when the article was never sent there. Throws NutgrafError `link_damaged`, as all here that read a link do. */
export function getLink({ db }: Reader, articleId: Id, accountId: Id): LinkRecord | null {
  const row = db
    .prepare<[Id, Id], Row>(`${select} WHERE article_id = ? AND account_id = ?`)
    .get(articleId, accountId);
  return row === undefined ? null : toLink(row);
}

/** The accounts that the article was sent to, or waits to be. */
export function placesOf({ db }: Reader, articleId: Id): readonly Id[] {
  return db
    .prepare<[Id, Id, Id], { readonly account_id: Id }>(
      `SELECT account_id FROM cms_links WHERE article_id = ?
       UNION SELECT account_id FROM cms_outbox WHERE article_id = ?
       UNION SELECT account_id FROM cms_repeats WHERE article_id = ? ORDER BY account_id`,
    )
    .all(articleId, articleId, articleId)
    .map(({ account_id }) => account_id);
}

/** The articles that were sent to the account's site, or wait to be. */
export function articlesAt({ db }: Reader, accountId: Id): readonly Id[] {
  return db
    .prepare<[Id, Id], Id>(
      `SELECT article_id FROM cms_links WHERE account_id = ?
       UNION SELECT article_id FROM cms_outbox WHERE account_id = ?`,
    )
    .pluck()
    .all(accountId, accountId);
}

/**
 * The link of the article to the site, made with a mark of its own when there is none. Throws NutgrafError
 * `link_damaged` for one that changed on the disk by itself: by it another post might be written over.
 */
export function ensureLink(store: Store, articleId: Id, accountId: Id): LinkRecord {
  const insert = store.db.prepare<[Id, Id, Id]>(
    'INSERT OR IGNORE INTO cms_links (article_id, account_id, mark) VALUES (?, ?, ?)',
  );
  write(store, () => {
    const { changes } = insert.run(articleId, accountId, store.newId());
    if (changes > 0) seal(store.db, 'cms_links', articleId, accountId);
  });
  refuseBroken(store, articleId, accountId);
  return changeLink(store, articleId, accountId, {});
}

/** Changes what is named; committed when it returns. */
export function changeLink(store: Store, articleId: Id, accountId: Id, change: LinkChange): LinkRecord {
  const entries = Object.entries(change) as [keyof LinkChange, unknown][];
  const values = entries.map(([field, value]) =>
    json.has(field) && value !== null ? JSON.stringify(value) : value,
  );
  const assignments = entries.map(([field]) => `${columnOf[field]} = ?`);
  if (assignments.length > 0) {
    const sql = `UPDATE cms_links SET ${assignments.join(', ')} WHERE article_id = ? AND account_id = ?`;
    refuseBroken(store, articleId, accountId);
    write(store, () => {
      store.db.prepare(sql).run(...values, articleId, accountId);
      seal(store.db, 'cms_links', articleId, accountId);
    });
  }
  const changed = getLink(store, articleId, accountId);
  if (changed === null) throw new Error('the link is not in the store');
  return changed;
}

function refuseBroken(store: Store, articleId: Id, accountId: Id): void {
  const isWhole = (): boolean => isIntact(store.db, 'cms_links', articleId, accountId);
  if (isWhole()) return;
  mendRows(store);
  if (isWhole()) return;
  throw new NutgrafError(
    'link_damaged',
    'What Nutgraf remembers of this article’s post changed on the disk by itself, and no backup has it, so nothing is sent over a post that may be another one. Remove the account and add it again: the article is then sent as a new post.',
  );
}

/** Forgets where the article went: the next send makes a new post. */
export function removeLink(store: Store, articleId: Id, accountId: Id): void {
  const remove = store.db.prepare<[Id, Id]>('DELETE FROM cms_links WHERE article_id = ? AND account_id = ?');
  write(store, () => remove.run(articleId, accountId));
}
