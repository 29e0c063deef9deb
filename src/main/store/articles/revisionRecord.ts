import { DOCUMENT_VERSION } from '#shared/domain/documentJson';
import type { Id, Time } from '#shared/domain/id';
import type { RevisionReason, RevisionRow } from '#shared/domain/revision';
import type { ArticleHead, StoredContent } from './articleRecord';
import { contentHash } from './contentHash';
import type { Db, Store } from '../store';
import { statement } from '../sql/statement';
import { revisionsToDrop } from './retention';

const MINUTE = 60_000;

/** Kept automatically: thinned out with age, and kept for a better reason where there is one. */
const automatic: ReadonlySet<RevisionReason> = new Set(['schedule', 'left']);

/** How old the last revision must be before a save keeps another. */
const SCHEDULE = 10 * MINUTE;

export const revisionColumns = `id, article_id AS articleId, created_at AS createdAt, reason, headline, note,
  word_count AS wordCount`;

interface LastRevision extends RevisionRow {
  readonly contentHash: string;
}

function lastRevision(db: Db, articleId: Id): LastRevision | undefined {
  return statement<[Id], LastRevision>(
    db,
    `SELECT ${revisionColumns}, content_hash AS contentHash FROM revisions WHERE article_id = ?
     ORDER BY created_at DESC, id DESC LIMIT 1`,
  ).get(articleId);
}

/** What is kept, with the words of its body, which the caller already knows. */
export type CountedContent = StoredContent & Pick<RevisionRow, 'wordCount'>;

/**
 * Keeps a content as the article's newest revision, inside the caller's write. The same content is not kept twice in
 * a row, unless there is a note about it; one kept automatically is then relabelled with the new reason, so that
 * retention spares it.
 */
export function keepContent(
  store: Store,
  articleId: Id,
  { fields, bodyText, wordCount }: CountedContent,
  reason: RevisionReason,
  note = '',
): RevisionRow {
  const { db } = store;
  const hash = contentHash(fields, bodyText);
  const last = lastRevision(db, articleId);
  if (note === '' && last?.contentHash === hash) return keptAgain(db, last, reason);
  const row: RevisionRow = {
    id: store.newId(),
    articleId,
    createdAt: store.now(),
    reason,
    headline: fields.headline,
    note,
    wordCount,
  };
  statement<[RevisionRow & Record<'hash' | 'content', string> & { readonly document: number }]>(
    db,
    `INSERT INTO revisions
       (id, article_id, created_at, reason, headline, note, word_count, content_hash, document_version, content)
     VALUES (:id, :articleId, :createdAt, :reason, :headline, :note, :wordCount, :hash, :document, :content)`,
  ).run({ ...row, hash, document: DOCUMENT_VERSION, content: contentText(fields, bodyText) });
  return row;
}

/**
 * The JSON of an ArticleContent, built from the body's own text: parsing and writing that again costs in proportion
 * to its length.
 */
const contentText = (fields: StoredContent['fields'], bodyText: string): string =>
  `${JSON.stringify(fields).slice(0, -1)},"body":${bodyText}}`;

function keptAgain(
  db: Db,
  { contentHash: _hash, ...row }: LastRevision,
  reason: RevisionReason,
): RevisionRow {
  if (!automatic.has(row.reason) || reason === 'schedule') return row;
  statement<[RevisionReason, Id]>(db, 'UPDATE revisions SET reason = ? WHERE id = ?').run(reason, row.id);
  return { ...row, reason };
}

/**
 * Keeps the state before a save if the last revision is older than ten minutes, and thins out the older ones.
 *
 * @param known what this returned at the save that made what is stored now; undefined if another process made it
 * @returns when the last revision was kept, or a moment before that
 */
export function keepOnSchedule(
  store: Store,
  { id, createdAt }: Pick<ArticleHead, 'id' | 'createdAt'>,
  stored: CountedContent,
  known: Time | undefined,
): Time {
  const isRecent = (at: Time): boolean => store.now() - at < SCHEDULE;
  if (known !== undefined && isRecent(known)) return known;
  const last = statement<[Id], Time | null>(
    store.db,
    'SELECT max(created_at) FROM revisions WHERE article_id = ?',
  );
  const at = last.pluck().get(id) ?? createdAt;
  if (isRecent(at)) return at;
  const { createdAt: keptAt } = keepContent(store, id, stored, 'schedule');
  thinRevisions(store, id);
  return keptAt;
}

/** Deletes automatically kept revisions that are too dense for their age. */
function thinRevisions({ db, now }: Store, articleId: Id): void {
  const scheduled = statement<[Id], { readonly id: Id; readonly createdAt: Time }>(
    db,
    `SELECT id, created_at AS createdAt FROM revisions WHERE article_id = ? AND reason IN ('schedule', 'left')
     ORDER BY created_at DESC, id DESC`,
  ).all(articleId);
  const drop = statement<[Id]>(db, 'DELETE FROM revisions WHERE id = ?');
  for (const id of revisionsToDrop(scheduled, now())) drop.run(id);
}
