import {
  type ArticleContent,
  type ArticlePatch,
  type SaveResult,
  type SentContent,
  articleContent,
  blankContent,
} from '#shared/domain/article';
import { NutgrafError } from '#shared/domain/failure';
import { articleFields, fieldNames } from '#shared/domain/fields';
import type { Id } from '#shared/domain/id';
import type { KeptReason, Revision, RevisionReason, RevisionRow } from '#shared/domain/revision';
import { say } from '#shared/language/say';
import { prepareChange } from './articleChange';
import { type ArticleRecord, isSound, readRecord, soundContent } from './articleRecord';
import { saveArticle } from './articles';
import { contentHash } from './contentHash';
import type { Reader, Store } from '../store';
import { salvageRow } from '../safety/damagedRows';
import { type CountedContent, keepContent, revisionColumns } from './revisionRecord';
import { statement } from '../sql/statement';
import { write } from '../sql/write';

/** Keeps the article as it is. Throws NutgrafError `article_not_found`, `article_damaged`. */
export function keepRevision(store: Store, articleId: Id, reason: RevisionReason, note = ''): RevisionRow {
  return write(store, () => {
    const record = readRecord(store, articleId);
    return keepContent(store, articleId, countedContent(store, record), reason, note);
  });
}

const countedContent = (store: Store, record: ArticleRecord): CountedContent => ({
  ...soundContent(store, record),
  wordCount: record.wordCount,
});

/** A text in a window, saved or not, and the revision it continues, which was kept as `stale` before. */
export interface Unsaved {
  readonly articleId: Id;
  readonly content: ArticleContent | SentContent;
  readonly reason: KeptReason;
  readonly replaces?: Id | null;
}

/** Keeps it, so that it can be found again; the article is unchanged. Throws `article_not_found`. */
export function keepUnsaved(store: Store, unsaved: Unsaved): RevisionRow {
  const { articleId, content, reason, replaces = null } = unsaved;
  const { body, fields } = prepareChange(content);
  if (body === null) throw new TypeError('a text that is kept has a body');
  return write(store, () => {
    readRecord(store, articleId);
    statement<[Id | null, Id]>(
      store.db,
      "DELETE FROM revisions WHERE id = ? AND article_id = ? AND reason = 'stale'",
    ).run(replaces, articleId);
    const { body: _parsed, ...own } = content;
    const kept = { fields: { ...own, ...fields }, bodyText: body.json, wordCount: body.wordCount };
    return keepContent(store, articleId, kept, reason);
  });
}

/** The newest first. */
export function listRevisions({ db }: Reader, articleId: Id): readonly RevisionRow[] {
  return statement<[Id], RevisionRow>(
    db,
    `SELECT ${revisionColumns} FROM revisions WHERE article_id = ? ORDER BY created_at DESC, id DESC`,
  ).all(articleId);
}

/** Throws NutgrafError `revision_not_found`, `revision_damaged`. */
export function getRevision({ db }: Reader, id: Id): Revision {
  const found = statement<[Id], RevisionRow & { readonly hash: string; readonly text: string }>(
    db,
    `SELECT ${revisionColumns}, content_hash AS hash, content AS text FROM revisions WHERE id = ?`,
  ).get(id);
  if (found === undefined) {
    throw new NutgrafError('revision_not_found', say('This version is no longer kept. Choose another one.'), {
      id,
    });
  }
  const { hash, text, ...row } = found;
  return { ...row, content: soundRevision(text, hash) };
}

/** A version kept before a field existed has it blank. */
function soundRevision(text: string, hash: string): ArticleContent {
  try {
    const kept = { ...blankContent, ...(JSON.parse(text) as ArticleContent) };
    if (contentHash(kept, JSON.stringify(kept.body)) === hash) return articleContent.parse(kept);
  } catch {
    throw damagedRevision();
  }
  throw damagedRevision();
}

function damagedRevision(): NutgrafError {
  return new NutgrafError(
    'revision_damaged',
    say('This version was damaged on disk. Choose an earlier or later one.'),
  );
}

/**
 * Restores a revision's text as a save on `baseVersion`; the current text is kept as a revision first, a damaged one
 * set aside. What does not belong to the text, such as its status, is unchanged; a section that no longer exists
 * becomes none. `stale` changed nothing.
 */
export function restoreRevision(
  store: Store,
  { id, baseVersion }: { readonly id: Id; readonly baseVersion: number },
): SaveResult {
  const { articleId, content } = getRevision(store, id);
  return write(store, () => {
    const record = readRecord(store, articleId);
    if (record.version === baseVersion) keepPresent(store, record);
    const sectionId = isSection(store, content.sectionId) ? content.sectionId : null;
    const patch = { ...ofText(content), sectionId };
    return saveArticle(store, { id: articleId, baseVersion, patch });
  });
}

function ofText(content: ArticleContent): ArticlePatch {
  return Object.fromEntries(
    fieldNames.filter((field) => articleFields[field].isOfText).map((field) => [field, content[field]]),
  );
}

function keepPresent(store: Store, record: ArticleRecord): void {
  if (isSound(store, record)) keepContent(store, record.id, countedContent(store, record), 'restore');
  else salvageRow(store, record);
}

function isSection({ db }: Reader, id: Id | null): boolean {
  return id !== null && statement<[Id]>(db, 'SELECT 1 FROM sections WHERE id = ?').get(id) !== undefined;
}
