import type { Article, ArticleContent, SentContent } from '#shared/domain/article';
import { NutgrafError } from '#shared/domain/failure';
import type { Id, Time } from '#shared/domain/id';
import { applyChange, fieldsChangedBy, insertArticle, prepareChange } from '../articles/articleChange';
import { type ArticleRecord, readRecord, soundContent } from '../articles/articleRecord';
import { getArticle } from '../articles/articles';
import type { Store } from '../store';
import { keepContent } from '../articles/revisionRecord';
import { statement } from '../sql/statement';
import { write } from '../sql/write';

/** An article as someone knows it was saved. */
export interface KnownArticle {
  readonly id: Id;
  readonly version: number;
  readonly createdAt: Time;
  readonly trashedAt: Time | null;
  readonly content: ArticleContent | SentContent;
}

/**
 * Brings a store that was rebuilt without an article, or with an earlier version of it, up to what was saved; the
 * earlier version is kept as a revision. A section that no longer exists is left out. Throws NutgrafError
 * `bad_value`, `bad_document`, `article_damaged`.
 */
export function bringBackArticle(
  store: Store,
  known: KnownArticle,
): { readonly article: Article; readonly isChanged: boolean } {
  const { id, version, createdAt, trashedAt } = known;
  const change = prepareChange(known.content);
  const { fields, body } = change;
  if (body === null) throw new TypeError('an article has a body');
  const isChanged = write(store, () => {
    const sectionId = knownSection(store, known.content.sectionId);
    const record = findRecord(store, id);
    if (record === null) {
      const { body: _body, ...content } = known.content;
      insertArticle(store, id, { ...content, ...fields, sectionId }, body, {
        createdAt,
        trashedAt,
        version: version + 1,
      });
      return true;
    }
    if (record.version >= version) return false;
    const stored = soundContent(store, record);
    const whole = { ...change, fields: { ...fields, sectionId } };
    keepContent(store, id, { ...stored, wordCount: record.wordCount }, 'stale');
    applyChange(store, record, stored, whole, fieldsChangedBy(stored, whole), version);
    return true;
  });
  return { article: getArticle(store, id), isChanged };
}

function findRecord(store: Store, id: Id): ArticleRecord | null {
  try {
    return readRecord(store, id);
  } catch (thrown) {
    if (thrown instanceof NutgrafError && thrown.code === 'article_not_found') return null;
    throw thrown;
  }
}

function knownSection({ db }: Store, id: Id | null): Id | null {
  if (id === null) return null;
  return statement<[Id]>(db, 'SELECT 1 FROM sections WHERE id = ?').get(id) === undefined ? null : id;
}
