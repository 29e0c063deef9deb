import { z } from 'zod';
import { difference } from '#shared/domain/cmsAccount';
import { type Id, id, time } from '#shared/domain/id';
import { postSnapshot } from '#shared/domain/postSnapshot';
import { NutgrafError } from '#shared/domain/failure';
import { say } from '#shared/language/say';
import type { Reader, Store } from '../store';
import { mendRows } from '../safety/mendRows';
import { isIntact, seal } from '../sql/seals';
import { write } from '../sql/write';

/** What was last sent to the site; what it made of that may differ, and is in the base. */
const sent = z.strictObject({
  slug: z.string().nullable(),
  section: z.array(z.string()).readonly().nullable(),
});

/**
 * What was being sent when the answer was lost; stored before each create and update, and kept until the next
 * success.
 */
const attempt = z.strictObject({
  snapshot: postSnapshot,
  sent,
  fingerprint: z.string(),
  version: z.int(),
  /** In older stores, which kept the time here: it is now in `cms_writes`. */
  quietUntil: time.optional(),
});

const conflict = z.strictObject({
  at: time,
  differences: z.array(difference).readonly(),
  /** Fingerprint of what the user saw on the site, so that only that is ever overwritten. */
  seen: z.string(),
});

/** The article's post on the site, as far as it is known. */
const post = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** It is there, but the two sides have no version in common: it was found in the site's trash, for example. */
  z.strictObject({ kind: z.literal('found'), remoteId: z.string(), url: z.string().nullable() }),
  z.strictObject({
    kind: z.literal('agreed'),
    remoteId: z.string(),
    url: z.string().nullable(),
    /** The post as both sides last had it in common, as the site returned it. */
    base: postSnapshot,
    /** Fingerprint and version of the article that the site has; null where the site has another text. */
    fingerprint: z.string().nullable(),
    version: z.int().nullable(),
  }),
]);
export type LinkPost = z.infer<typeof post>;

/** The link between one article and one site. */
const link = z.strictObject({
  articleId: id,
  accountId: id,
  /** The idempotency mark; committed before the first create, new for a post that is created again. */
  mark: id,
  post,
  attempt: attempt.nullable(),
  sent: sent.nullable(),
  syncedAt: time.nullable(),
  conflict: conflict.nullable(),
  alterations: z.array(z.string()).readonly(),
});
export type LinkRecord = z.infer<typeof link>;

const columns = [
  'mark',
  'remote_id',
  'url',
  'base',
  'attempt',
  'sent_fingerprint',
  'sent_version',
  'sent',
  'synced_at',
  'conflict',
  'alterations',
] as const;

/** A row of cms_links. `remote_id` and `base` say between them which kind the post is of. */
type Row = Readonly<Record<(typeof columns)[number] | 'article_id' | 'account_id', string | number | null>>;

const select = `SELECT article_id, account_id, ${columns.join(', ')} FROM cms_links`;

const fromJson = (text: string | number | null): unknown =>
  typeof text === 'string' ? (JSON.parse(text) as unknown) : null;
const toJson = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** The base is needed to tell who changed what: with part of it, nothing could be sent safely. */
function toLink(row: Row): LinkRecord {
  try {
    return link.parse({
      articleId: row.article_id,
      accountId: row.account_id,
      mark: row.mark,
      post: postOf(row),
      attempt: fromJson(row.attempt),
      sent: fromJson(row.sent),
      syncedAt: row.synced_at,
      conflict: fromJson(row.conflict),
      alterations: fromJson(row.alterations),
    });
  } catch (thrown) {
    throw new NutgrafError(
      'link_damaged',
      say(
        'The record of what this article and its post last had in common was damaged on disk. The text here is safe, and nothing was sent, so nothing on the site is overwritten. A backup in the store’s folder still has the record.',
      ),
      String(thrown),
    );
  }
}

function postOf({ remote_id: remoteId, url, base, sent_fingerprint, sent_version }: Row): unknown {
  if (base === null) return remoteId === null ? { kind: 'none' } : { kind: 'found', remoteId, url };
  return {
    kind: 'agreed',
    remoteId,
    url,
    base: fromJson(base),
    fingerprint: sent_fingerprint,
    version: sent_version,
  };
}

/** The values of a link's columns, in the order of {@link columns}. */
function valuesOf({
  mark,
  post: there,
  attempt: asked,
  sent: last,
  ...told
}: LinkRecord): readonly (string | number | null)[] {
  const { remoteId, url } = placeOf({ post: there });
  const { base, fingerprint, version } =
    there.kind === 'agreed' ? there : { base: null, fingerprint: null, version: null };
  return [
    mark,
    remoteId,
    url,
    toJson(base),
    toJson(asked),
    fingerprint,
    version,
    toJson(last),
    told.syncedAt,
    toJson(told.conflict),
    toJson(told.alterations),
  ];
}

/** Where the article's post is on the site: nulls when none is known. */
export function placeOf(known: Pick<LinkRecord, 'post'> | null): {
  readonly remoteId: string | null;
  readonly url: string | null;
} {
  if (known === null || known.post.kind === 'none') return { remoteId: null, url: null };
  const { remoteId, url } = known.post;
  return { remoteId, url };
}

/** Null when the article was never sent there. Throws NutgrafError `link_damaged`, as all here that read a link do. */
export function getLink({ db }: Reader, articleId: Id, accountId: Id): LinkRecord | null {
  const row = db
    .prepare<[Id, Id], Row>(`${select} WHERE article_id = ? AND account_id = ?`)
    .get(articleId, accountId);
  return row === undefined ? null : toLink(row);
}

/** The accounts that the article was sent to or is waiting for. */
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

/** The articles sent to, or waiting for, the account's site. */
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
 * The link of the article to the site, created with a mark of its own if there is none. Throws NutgrafError
 * `link_damaged` for one damaged on disk: with it, another post might be overwritten.
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
  return requireLink(store, articleId, accountId);
}

/** Makes of the link what `change` makes of it; committed when it returns. */
export function changeLink(
  store: Store,
  articleId: Id,
  accountId: Id,
  change: (link: LinkRecord) => LinkRecord,
): LinkRecord {
  refuseBroken(store, articleId, accountId);
  const assignments = columns.map((column) => `${column} = ?`).join(', ');
  const update = store.db.prepare(
    `UPDATE cms_links SET ${assignments} WHERE article_id = ? AND account_id = ?`,
  );
  return write(store, () => {
    const changed = change(requireLink(store, articleId, accountId));
    update.run(...valuesOf(changed), articleId, accountId);
    seal(store.db, 'cms_links', articleId, accountId);
    return changed;
  });
}

function requireLink(reader: Reader, articleId: Id, accountId: Id): LinkRecord {
  const known = getLink(reader, articleId, accountId);
  if (known === null) throw new Error('the link is not in the store');
  return known;
}

function refuseBroken(store: Store, articleId: Id, accountId: Id): void {
  const isWhole = (): boolean => isIntact(store.db, 'cms_links', articleId, accountId);
  if (isWhole()) return;
  mendRows(store);
  if (isWhole()) return;
  throw new NutgrafError(
    'link_damaged',
    say(
      'Nutgraf’s record of this article’s post was damaged on disk, and no backup has it. Nothing is sent, so that no other post is overwritten. Remove the account and add it again: the article is then sent as a new post.',
    ),
  );
}

/** Forgets where the article went: the next send creates a new post. */
export function removeLink(store: Store, articleId: Id, accountId: Id): void {
  const remove = store.db.prepare<[Id, Id]>('DELETE FROM cms_links WHERE article_id = ? AND account_id = ?');
  write(store, () => remove.run(articleId, accountId));
}
