import type { Hashtag } from '#shared/domain/hashtag';
import type { Id } from '#shared/domain/id';
import { parseDocument } from '#shared/document/document';
import {
  type ArticleRecord,
  hashWith,
  isSound,
  isSoundWith,
  readHashtags,
  recordColumns,
} from '../../articles/articleRecord';
import type { Store } from '../../store';
import { writeHashtags } from '../../articles/hashtags';
import { seal } from '../../sql/seals';
import { forgetText } from '../../articles/searchText';
import { queueForSearch } from '../../articles/searchQueue';
import { statement } from '../../sql/statement';
import { putRow } from './putRow';
import { type Row, tableShape } from './tableShape';

/** Where articles are recovered from. */
export interface ArticleSource {
  readonly articles: () => Iterable<Row>;
  /** The possible hashtags of the article with that number in the source; its hash identifies the right ones. */
  readonly hashtags: (number: number) => readonly (readonly Hashtag[])[];
  /** The row of an article's section. */
  readonly section: (id: Id) => Row | undefined;
}

interface Known {
  readonly number: number;
  readonly version: number;
}

/** Recovers articles into a store that is being rebuilt, each in the latest version found. */
export interface Taker {
  /** Takes every sound article that is later than the store's, or whose text in the store is damaged. */
  readonly take: (source: ArticleSource) => void;
  /**
   * Takes the articles that are sound nowhere, and missing from the store, as they were found: better than nothing.
   * Returns how many, and how many more of which the store has only an earlier version.
   */
  readonly takeUnsound: () => { readonly unsure: number; readonly unread: number };
}

export function articleTaker(store: Store): Taker {
  const { db } = store;
  const asRecord = recordReader(store);
  const known = statement<[Id], Known>(db, 'SELECT number, version FROM articles WHERE id = ?');
  const unsound = new Map<
    Id,
    { readonly row: Row; readonly version: number; readonly source: ArticleSource }
  >();

  const takeOne = (source: ArticleSource, row: Row): void => {
    const record = asRecord(row);
    const mine = known.get(record.id);
    if (mine !== undefined && mine.version > record.version) return;
    if (mine?.version === record.version && isStoredSound(store, record.id)) return;
    const tags = tagsOf(store, source, record);
    if (tags !== null) put(store, source, row, record, tags);
    else if ((unsound.get(record.id)?.version ?? 0) < record.version)
      unsound.set(record.id, { row, version: record.version, source: held(source, record) });
  };

  return {
    take: (source) => {
      for (const row of source.articles()) takeOne(source, row);
    },
    takeUnsound: () => {
      let [unsure, unread] = [0, 0];
      for (const [id, { row, version, source }] of unsound) {
        const mine = known.get(id);
        const record = asRecord(row);
        if (mine === undefined && isStory(record.body) && putAsFound(store, source, row, record)) unsure += 1;
        else if ((mine?.version ?? 0) < version) unread += 1;
      }
      return { unsure, unread };
    },
  };
}

/** What a source has of one article, usable after the source itself is closed. */
function held(source: ArticleSource, { number, sectionId }: ArticleRecord): ArticleSource {
  const hashtags = source.hashtags(number);
  const sections = new Map<Id, Row>();
  for (let id: unknown = sectionId; typeof id === 'string' && !sections.has(id);) {
    const row = source.section(id);
    if (row === undefined) break;
    sections.set(id, row);
    id = row['parent_id'];
  }
  return { articles: () => [], hashtags: () => hashtags, section: (id) => sections.get(id) };
}

/** A row of the table as the record that the rest of the store reads. */
function recordReader({ db }: Store): (row: Row) => ArticleRecord {
  const { columns } = tableShape(db, 'articles');
  const values = columns.map((column) => `? AS "${column}"`).join(', ');
  const read = db.prepare<unknown[], ArticleRecord>(`SELECT ${recordColumns} FROM (SELECT ${values})`);
  return (row) => read.get(...columns.map((column) => row[column] ?? null)) as ArticleRecord;
}

function isStoredSound({ db }: Store, id: Id): boolean {
  const stored = statement<[Id], ArticleRecord>(db, `SELECT ${recordColumns} FROM articles WHERE id = ?`).get(
    id,
  );
  return stored !== undefined && isSound({ db }, stored);
}

/** The hashtags with which the article matches its hash; null when there are none. */
function tagsOf({ db }: Store, source: ArticleSource, record: ArticleRecord): readonly Hashtag[] | null {
  const choices = [...source.hashtags(record.number), readHashtags(db, record.number), []];
  return choices.find((tags) => isSoundWith(record, tags)) ?? null;
}

/** Another article may have taken its number since the source was written. */
function numberFor({ db }: Store, { id, number }: ArticleRecord): number {
  const mine = statement<[Id], number>(db, 'SELECT number FROM articles WHERE id = ?').pluck().get(id);
  if (mine !== undefined) return mine;
  const isTaken =
    statement<[number]>(db, 'SELECT 1 FROM articles WHERE number = ?').get(number) !== undefined;
  if (!isTaken) return number;
  return (statement<[], number>(db, 'SELECT max(number) FROM articles').pluck().get() ?? 0) + 1;
}

function put(
  store: Store,
  source: ArticleSource,
  row: Row,
  record: ArticleRecord,
  tags: readonly Hashtag[],
): boolean {
  const { db } = store;
  const number = numberFor(store, record);
  const hasSection = record.sectionId === null || bringSection(store, source, record.sectionId);
  const placed = hasSection ? row : { ...row, section_id: null };
  const content_hash = hashWith(hasSection ? record : { ...record, sectionId: null }, tags);
  // No hash verifies a stored text for search: it is read from the body again.
  if (!putRow(db, 'articles', { ...placed, number, content_hash, plain_text: '' })) return false;
  writeHashtags(db, number, tags);
  forgetText(db, number);
  queueForSearch(db, number);
  return true;
}

/** The section with those above it; without its parent's row it goes to the top level. */
function bringSection(store: Store, source: ArticleSource, id: Id, under: readonly Id[] = []): boolean {
  const { db } = store;
  if (statement<[Id]>(db, 'SELECT 1 FROM sections WHERE id = ?').get(id) !== undefined) return true;
  const row = under.includes(id) ? undefined : source.section(id);
  if (row === undefined) return false;
  const parent = row['parent_id'];
  const hasParent = typeof parent === 'string' && bringSection(store, source, parent, [...under, id]);
  const isPut = putRow(db, 'sections', hasParent ? row : { ...row, parent_id: null });
  if (isPut) seal(db, 'sections', id);
  return isPut;
}

function isStory(body: string): boolean {
  try {
    parseDocument(JSON.parse(body));
    return true;
  } catch {
    return false;
  }
}

function putAsFound(store: Store, source: ArticleSource, row: Row, record: ArticleRecord): boolean {
  const [tags = []] = source.hashtags(record.number);
  return put(store, source, row, record, tags);
}
