import {
  type Article,
  type ArticleContent,
  type ArticleField,
  type ArticlePatch,
  type ArticleRow,
  type SaveResult,
  type SentPatch,
  articleField,
  blankContent,
} from '#shared/domain/article';
import type { Id } from '#shared/domain/id';
import { withBlockIds } from '#shared/document/blockId';
import { documentJsonOf, parseDocument } from '#shared/document/document';
import {
  type PreparedChange,
  applyChange,
  fieldsChangedBy,
  insertArticle,
  prepareChange,
} from './articleChange';
import { type ArticleHead, type FieldVersions, readRecord, soundContent, toArticle } from './articleRecord';
import type { Reader, Store } from '../store';
import { keepOnSchedule } from './revisionRecord';
import { rememberSaved, savedContent } from './lastSaved';
import { countWrite, lastSave } from '../sql/changes';
import { statement } from '../sql/statement';
import { write, writeSave } from '../sql/write';

export { allArticleRows, countArticles, selectArticleIds } from './articleList';
export { listArticles } from './searchedList';

/**
 * Creates an article; fields that are not given are blank. Throws NutgrafError `bad_value`, `bad_document`,
 * `section_not_found`.
 */
export function createArticle(store: Store, content: Partial<ArticleContent>): Article {
  return getArticle(store, createPrepared(store, prepareChange(withIds({ ...blankContent, ...content }))));
}

/**
 * The same for content prepared elsewhere, as an import's is in its worker, with an id on each block; returns the new
 * article's id. Throws NutgrafError `section_not_found`.
 */
export function createPrepared(store: Store, { fields, body }: PreparedChange): Id {
  if (body === null) throw new TypeError('a new article has a body');
  const id = store.newId();
  const { body: _blank, ...blankFields } = blankContent;
  write(store, () => insertArticle(store, id, { ...blankFields, ...fields }, body));
  return id;
}

/** A new story gets an id on each block: adding one later would redraw the paragraph being written. */
function withIds(content: ArticleContent): ArticleContent {
  return { ...content, body: documentJsonOf(withBlockIds(parseDocument(content.body))) };
}

/** Throws NutgrafError `article_not_found`, and `article_damaged` when its text was damaged on disk. */
export function getArticle(reader: Reader, id: Id): Article {
  const record = readRecord(reader, id);
  return toArticle(record, soundContent(reader, record));
}

/** A save: the version it is based on, and the fields it changes. */
export interface Save {
  readonly id: Id;
  readonly baseVersion: number;
  readonly patch: ArticlePatch | SentPatch;
}

/**
 * Saves what the patch changes; it is on disk when this returns `saved`. A patch that changes nothing counts as saved
 * and leaves the version as it is. `stale` changed nothing, whichever fields the other writer changed: the editor
 * decides what to do. Throws NutgrafError `article_not_found`, `article_damaged`, `bad_value`, `bad_document`,
 * `section_not_found`, and those of `write`.
 */
export function saveArticle(store: Store, { id, baseVersion, patch }: Save): SaveResult {
  const change = prepareChange(patch);
  return writeSave(store, () => {
    const record = readRecord(store, id);
    const stored = soundContent(store, record);
    if (record.version !== baseVersion) {
      return {
        kind: 'stale',
        version: record.version,
        changed: changedSince(record, baseVersion),
        current: toArticle(record, stored),
      };
    }
    const changed = fieldsChangedBy(stored, change);
    const { version, updatedAt: savedAt, wordCount, contentHash: hash } = record;
    if (changed.length === 0) return { kind: 'saved', version, savedAt, wordCount, hash };
    const last = lastSave(store.db);
    const keptAt = keepOnSchedule(
      store,
      record,
      { ...stored, wordCount },
      savedContent(store.db, record)?.keptAt,
    );
    const saved = applyChange(store, record, stored, change, changed);
    if (saved.savedAt <= last) countWrite(store.db);
    rememberSaved(store.db, {
      id,
      number: record.number,
      version: saved.version,
      contentHash: saved.hash,
      body: change.body?.json ?? stored.bodyText,
      plainText: change.body?.plainText ?? null,
      keptAt,
    });
    return { kind: 'saved', ...saved };
  });
}

/** Every field, for a version that this store has not reached: it was restored from an older backup. */
function changedSince({ version, fieldVersions }: ArticleHead, base: number): readonly ArticleField[] {
  if (base > version) return articleField.options;
  const known = JSON.parse(fieldVersions) as FieldVersions;
  return articleField.options.filter((field) => (known[field] ?? 1) > base);
}

/** Moves the article to the trash, where nothing is lost; its text and version stay as they are. */
export function trashArticle(store: Store, id: Id): Article {
  return setTrashed(store, id, store.now());
}

/** Takes the article out of the trash. */
export function restoreArticle(store: Store, id: Id): Article {
  return setTrashed(store, id, null);
}

function setTrashed(store: Store, id: Id, trashedAt: number | null): Article {
  const set = statement<[{ readonly id: Id; readonly trashedAt: number | null }]>(
    store.db,
    'UPDATE articles SET trashed_at = iif(:trashedAt IS NULL, NULL, coalesce(trashed_at, :trashedAt)) WHERE id = :id',
  );
  write(store, () => set.run({ id, trashedAt }));
  return getArticle(store, id);
}

/** The article's sync state for lists; a later save turns `synced` into `changed`. */
export function setSync(store: Store, id: Id, sync: ArticleRow['sync']): void {
  write(store, () =>
    statement<[string, Id]>(store.db, 'UPDATE articles SET sync = ? WHERE id = ?').run(sync, id),
  );
}
