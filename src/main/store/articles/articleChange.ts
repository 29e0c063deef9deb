import {
  type ArticleContent,
  type ArticleField,
  type ArticlePatch,
  type SentPatch,
  articleField,
  articlePatch,
} from '#shared/domain/article';
import { DOCUMENT_VERSION } from '#shared/domain/documentJson';
import { NutgrafError } from '#shared/domain/failure';
import { toHashtag, uniqueHashtags } from '#shared/domain/hashtag';
import type { Id, Time } from '#shared/domain/id';
import { issueWords } from '#shared/domain/issueWords';
import { countWords } from '#shared/document/countWords';
import { documentTextOf, parseDocument, readDocument } from '#shared/document/document';
import { toPlainText } from '#shared/document/toPlainText';
import { say } from '#shared/language/say';
import { type ArticleHead, type FieldVersions, type StoredContent, columns, toColumn } from './articleRecord';
import { contentHash } from './contentHash';
import type { Store } from '../store';
import { writeHashtags } from './hashtags';
import { queueForSearch } from './searchQueue';
import { storeText } from './searchText';
import { statement } from '../sql/statement';

/** A checked patch, with everything computed from the body; made before the write lock is taken. */
export interface PreparedChange {
  /** Only fields that have a value. */
  readonly fields: Partial<StoredContent['fields']>;
  readonly body: PreparedBody | null;
}

interface PreparedBody {
  readonly json: string;
  readonly plainText: string;
  readonly wordCount: number;
}

const fieldsPatch = articlePatch.omit({ body: true });

/** Throws NutgrafError `bad_value` for a field that does not fit, `bad_document` for a body that is not a story. */
export function prepareChange({ body, ...patch }: ArticlePatch | SentPatch): PreparedChange {
  const checked = fieldsPatch.safeParse(patch, { error: issueWords });
  if (!checked.success) throw badValue(checked.error.issues);
  return { fields: wellFormed(checked.data), body: body === undefined ? null : prepareBody(body) };
}

function prepareBody(body: ArticleContent['body'] | string): PreparedBody {
  const doc = typeof body === 'string' ? readDocument(body) : parseDocument(body);
  return {
    json: documentTextOf(doc),
    plainText: toPlainText(doc),
    wordCount: countWords(doc),
  };
}

function badValue(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): NutgrafError {
  const messages = issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
  );
  return new NutgrafError('bad_value', messages.join(' '));
}

/** SQLite stores UTF-8, which has no lone surrogates; a hashtag is stored once, without its invisible characters. */
function wellFormed(fields: Omit<ArticlePatch, 'body'>): PreparedChange['fields'] {
  const tidy = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => [field, typeof value === 'string' ? value.toWellFormed() : value]);
  const hashtags =
    fields.hashtags === undefined
      ? {}
      : { hashtags: uniqueHashtags(fields.hashtags.flatMap((tag) => toHashtag(tag) ?? [])) };
  return { ...(Object.fromEntries(tidy) as PreparedChange['fields']), ...hashtags };
}

/** The fields whose content the change alters. */
export function fieldsChangedBy(
  { fields, bodyText }: StoredContent,
  change: PreparedChange,
): readonly ArticleField[] {
  return articleField.options.filter((field) => {
    if (field === 'body') return change.body !== null && change.body.json !== bodyText;
    const next = change.fields[field];
    return next !== undefined && JSON.stringify(next) !== JSON.stringify(fields[field]);
  });
}

/** The columns that every change writes. */
const always = [
  'version',
  'updated_at',
  'field_versions',
  'content_hash',
  'document_version',
  'sync',
] as const;

/** Those that are read from the body. */
const ofBody = ['plain_text', 'word_count'] as const;

/** The columns of what changed: each that is named is bound, checked and compared. */
function columnsOf(changed: readonly ArticleField[]): readonly string[] {
  const own = columns.filter(({ field }) => changed.includes(field)).map(({ column }) => column);
  const hasBody = changed.includes('body');
  const summary = hasBody || changed.includes('standfirst') ? ['summary'] : [];
  return [...own, ...summary, ...(hasBody ? ofBody : []), ...always];
}

const updates = new Map<string, string>();

/** The same fields change at nearly every save. */
function updateOf(changed: readonly ArticleField[]): string {
  const key = changed.join(' ');
  const known = updates.get(key);
  if (known !== undefined) return known;
  const set = columnsOf(changed).map((column) => `${column} = :${column}`);
  const update = `UPDATE articles SET ${set.join(', ')} WHERE number = :number`;
  updates.set(key, update);
  return update;
}

interface Saved {
  readonly version: number;
  readonly savedAt: Time;
  readonly wordCount: number;
  readonly hash: string;
}

/**
 * Writes the changed fields over a sound record, inside the caller's write. The version grows by one, or past
 * `known`, a version that the article is known to have had. Throws NutgrafError `section_not_found`.
 */
export function applyChange(
  store: Store,
  record: ArticleHead,
  stored: StoredContent,
  change: PreparedChange,
  changed: readonly ArticleField[],
  known = record.version,
): Saved {
  const { db } = store;
  const fields = { ...stored.fields, ...change.fields };
  const body = change.body ?? keptBody(record, stored, changed);
  const version = known + 1;
  const savedAt = store.now();
  const hash = contentHash(fields, body.json);
  if (changed.includes('sectionId')) requireSection(store, fields.sectionId);
  statement<[Record<string, unknown>]>(db, updateOf(changed)).run({
    ...columnValues(fields, body, changed),
    number: record.number,
    version,
    updated_at: savedAt,
    field_versions: grownVersions(record, changed, version),
    content_hash: hash,
    document_version: DOCUMENT_VERSION,
    sync: record.sync === 'synced' ? 'changed' : record.sync,
  });
  if (changed.includes('hashtags')) writeHashtags(db, record.number, fields.hashtags);
  queueForSearch(db, record.number);
  return { version, savedAt, wordCount: body.wordCount, hash };
}

function grownVersions(record: ArticleHead, changed: readonly ArticleField[], version: number): string {
  const known = JSON.parse(record.fieldVersions) as FieldVersions;
  return JSON.stringify({ ...known, ...Object.fromEntries(changed.map((field) => [field, version])) });
}

/** A body that stays as it is, with as much of its text as the summary is made from. */
function keptBody(
  { wordCount }: ArticleHead,
  { bodyText: json }: StoredContent,
  changed: readonly ArticleField[],
): PreparedBody {
  const plainText = changed.includes('standfirst') ? toPlainText(readDocument(json), SUMMARIZED) : '';
  return { json, plainText, wordCount };
}

function columnValues(
  fields: StoredContent['fields'],
  body: PreparedBody,
  changed: readonly ArticleField[] = articleField.options,
): Record<string, unknown> {
  const own = { ...fields, body: body.json };
  const named = columns.filter(({ field }) => changed.includes(field));
  return {
    ...Object.fromEntries(named.map(({ field, column }) => [column, toColumn(field, own[field])])),
    plain_text: '',
    word_count: body.wordCount,
    summary: summaryOf(fields.standfirst, body.plainText),
  };
}

/** Code units of the body that its summary is made from. */
const SUMMARIZED = 400;

/** The standfirst, or else the first words of the body; at most 160 code units. */
function summaryOf(standfirst: string, plainText: string): string {
  const line = (standfirst.trim() || plainText.slice(0, SUMMARIZED)).replace(/\s+/gu, ' ').trim();
  return line.length <= 160
    ? line.toWellFormed()
    : `${line
        .slice(0, 159)
        .toWellFormed()
        .replace(/\ufffd$/u, '')}…`;
}

const written = [
  'id',
  'created_at',
  'trashed_at',
  ...columns.map(({ column }) => column),
  'summary',
  ...ofBody,
  ...always,
];
const insert = `INSERT INTO articles (${written.join(', ')})
  VALUES (${written.map((column) => `:${column}`).join(', ')})`;

/** When an article was created, and its first version in this store. */
interface Birth {
  readonly createdAt: Time;
  readonly version: number;
  readonly trashedAt: Time | null;
}

/** Writes a new article, inside the caller's write. Throws NutgrafError `section_not_found`. */
export function insertArticle(
  store: Store,
  id: Id,
  fields: StoredContent['fields'],
  body: PreparedBody,
  birth: Birth = { createdAt: store.now(), version: 1, trashedAt: null },
): void {
  const { db } = store;
  const updatedAt = store.now();
  requireSection(store, fields.sectionId);
  const { lastInsertRowid } = statement<[Record<string, unknown>]>(db, insert).run({
    ...columnValues(fields, body),
    id,
    version: birth.version,
    created_at: birth.createdAt,
    trashed_at: birth.trashedAt,
    updated_at: updatedAt,
    field_versions: '{}',
    content_hash: contentHash(fields, body.json),
    document_version: DOCUMENT_VERSION,
    sync: 'none',
  });
  const number = Number(lastInsertRowid);
  writeHashtags(db, number, fields.hashtags);
  storeText(db, { number, version: birth.version, text: body.plainText });
  queueForSearch(db, number);
}

function requireSection({ db }: Store, id: Id | null): void {
  if (id === null || statement<[Id]>(db, 'SELECT 1 FROM sections WHERE id = ?').get(id) !== undefined) return;
  throw new NutgrafError('section_not_found', say('This section no longer exists. Choose another one.'), {
    id,
  });
}
