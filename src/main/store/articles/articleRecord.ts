import type { Article, ArticleContent, ArticleField, ArticleRow } from '#shared/domain/article';
import type { DocumentJson } from '#shared/domain/documentJson';
import { NutgrafError } from '#shared/domain/failure';
import {
  type FieldName,
  type Fields,
  HOLD_REASON_LIMIT,
  articleFields,
  fieldNames,
} from '#shared/domain/fields';
import type { Hashtag } from '#shared/domain/hashtag';
import type { Id, Time } from '#shared/domain/id';
import { say } from '#shared/language/say';
import { contentHash } from './contentHash';
import type { Db, Reader } from '../store';
import { statement } from '../sql/statement';

/** The fields that have a column of their own, with the column. */
export const columns = fieldNames.flatMap((field) => {
  const { column } = articleFields[field];
  return column === null ? [] : [{ field, column }];
});

/** The fields whose column holds JSON. */
type JsonField = { [Name in FieldName]: Fields[Name] extends { isJson: true } ? Name : never }[FieldName];

const isJson = (field: FieldName): boolean => 'isJson' in articleFields[field];

/** A field's value as stored in its column. */
export const toColumn = (field: FieldName, value: unknown): unknown =>
  isJson(field) && value !== null ? JSON.stringify(value) : value;

/** An unreadable hold is still a hold: its hash shows that it is damaged. */
function fromColumn(field: FieldName, value: unknown): unknown {
  if (!isJson(field) || typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return { reason: value.slice(0, HOLD_REASON_LIMIT) };
  }
}

/** At which version each field last changed. */
export type FieldVersions = Readonly<Partial<Record<ArticleField, number>>>;

/** What the row of an article says besides what a person wrote; `fieldVersions` is JSON text. */
export interface ArticleHead {
  readonly number: number;
  readonly id: Id;
  readonly wordCount: number;
  readonly version: number;
  readonly createdAt: Time;
  readonly updatedAt: Time;
  readonly trashedAt: Time | null;
  readonly sync: ArticleRow['sync'];
  readonly fieldVersions: string;
  readonly contentHash: string;
}

/** An article as its row stores it: `body` is JSON text. */
export interface ArticleRecord
  extends
    ArticleHead,
    Omit<ArticleContent, 'body' | 'hashtags' | JsonField>,
    Readonly<Record<JsonField, string | null>> {
  readonly body: string;
}

const fieldColumns = columns.map(({ field, column }) => `${column} AS ${field}`);
const headColumns = `number, id, word_count AS wordCount, version, created_at AS createdAt, updated_at AS updatedAt,
  trashed_at AS trashedAt, sync, field_versions AS fieldVersions, content_hash AS contentHash`;
export const recordColumns = `${headColumns}, ${fieldColumns.join(', ')}`;

/** Throws NutgrafError `article_not_found`. */
export const readRecord = ({ db }: Reader, id: Id): ArticleRecord =>
  found(id, statement<[Id], ArticleRecord>(db, `SELECT ${recordColumns} FROM articles WHERE id = ?`).get(id));

function found<T>(id: Id, record: T | undefined): T {
  if (record === undefined) throw notFound(id);
  return record;
}

const notFound = (id: Id): NutgrafError =>
  new NutgrafError('article_not_found', say('This article is not in the store. Look for it in the list.'), {
    id,
  });

/** The version alone, without checking the content. Throws NutgrafError `article_not_found`. */
export function versionOf({ db }: Reader, id: Id): number {
  const find = statement<[Id], number>(db, 'SELECT version FROM articles WHERE id = ?').pluck();
  return found(id, find.get(id));
}

export function readHashtags(db: Db, number: number): readonly Hashtag[] {
  return statement<[number], Hashtag>(
    db,
    'SELECT tag FROM article_hashtags WHERE article = ? ORDER BY position',
  )
    .pluck()
    .all(number);
}

/** What a person wrote, with its body still as JSON text. */
export interface StoredContent {
  readonly fields: Omit<ArticleContent, 'body'>;
  readonly bodyText: string;
}

/** The content as it was saved. Throws NutgrafError `article_damaged`, with the last good revision to go back to. */
export function soundContent(reader: Reader, record: ArticleRecord): StoredContent {
  const content = readContent(reader.db, record);
  if (contentHash(content.fields, content.bodyText) !== record.contentHash)
    throw damagedArticle(reader, record);
  return content;
}

/** Whether the text on the disk is the text that was saved. */
export const isSound = ({ db }: Pick<Reader, 'db'>, record: ArticleRecord): boolean =>
  isSoundWith(record, readHashtags(db, record.number));

/** The same for hashtags that were read elsewhere. */
export const isSoundWith = (record: ArticleRecord, hashtags: readonly Hashtag[]): boolean =>
  hashWith(record, hashtags) === record.contentHash;

/** The hash of what a record holds, with these hashtags. */
export function hashWith(record: ArticleRecord, hashtags: readonly Hashtag[]): string {
  const { fields, bodyText } = contentWith(record, hashtags);
  return contentHash(fields, bodyText);
}

const readContent = (db: Db, record: ArticleRecord): StoredContent =>
  contentWith(record, readHashtags(db, record.number));

function contentWith(record: ArticleRecord, hashtags: readonly Hashtag[]): StoredContent {
  const fields = Object.fromEntries(
    fieldNames.flatMap((field) => {
      if (field === 'body') return [];
      return [[field, field === 'hashtags' ? hashtags : fromColumn(field, record[field])]];
    }),
  );
  return { fields: fields as StoredContent['fields'], bodyText: record.body };
}

/** The article of a sound record. */
export function toArticle(record: ArticleHead, { fields, bodyText }: StoredContent): Article {
  const { id, wordCount, createdAt, updatedAt, trashedAt, version } = record;
  const body = JSON.parse(bodyText) as DocumentJson;
  return { ...fields, body, id, wordCount, createdAt, updatedAt, trashedAt, version };
}

function damagedArticle({ db }: Reader, { id, headline, version }: ArticleRecord): NutgrafError {
  const last = statement<[Id], { readonly revisionId: Id; readonly keptAt: Time }>(
    db,
    `SELECT id AS revisionId, created_at AS keptAt FROM revisions WHERE article_id = ?
     ORDER BY created_at DESC, id DESC LIMIT 1`,
  ).get(id);
  const advice =
    last === undefined
      ? say('There is no earlier version of it here: take one from a backup in the store’s folder.')
      : say('Open its history and restore the last version; the damaged text is set aside.');
  return new NutgrafError(
    'article_damaged',
    `${say('The text of “{headline}” was damaged on disk.', { headline })} ${advice}`,
    {
      id,
      version,
      revisionId: last?.revisionId ?? null,
      keptAt: last?.keptAt ?? null,
    },
  );
}
