import type { Hashtag } from '#shared/domain/hashtag';
import type { Db } from '../../store';
import { PAGE_SIZE } from './databaseHeader';
import type { FileBytes } from './filePages';
import type { Frame } from './log';
import { type PageSource, pagesOfFile, pagesWithLog, placesOf } from './pageSource';
import { type RawRow, rowsOnPage } from './rowScan';
import { type Row, type TableShape, tableShape } from './tableShape';

/** The files of a damaged store, open for reading page by page. */
export interface Wreck {
  readonly database: FileBytes | null;
  readonly log: { readonly bytes: FileBytes; readonly frames: readonly Frame[] } | null;
}

const NONE: PageSource = () => null;

/** The rows on one page of a damaged store, and the pages on which long ones continue. */
type PageRows = readonly RawRow[];

/**
 * Every row in a damaged store, in the database file and in all of its log, each read with the pages that were
 * committed with it. Older versions of a row come too, and rows that were deleted since.
 */
function* rawRows({ database, log }: Wreck): Iterable<PageRows> {
  const below = database === null ? NONE : pagesOfFile(database);
  const above = log === null ? below : pagesWithLog(placesOf(log.frames), log.bytes, below);
  const pages = Math.floor((database?.size ?? 0) / PAGE_SIZE);
  for (let page = 1; page <= pages; page += 1) {
    const found = below(page);
    if (found !== null) yield rowsOnPage(found, page === 1, above);
  }
  if (log !== null) yield* rowsInLog(log.frames, log.bytes, below);
}

/** Transaction by transaction, over what the earlier ones since the last reset of the log had left. */
function* rowsInLog(frames: readonly Frame[], bytes: FileBytes, below: PageSource): Iterable<PageRows> {
  let places = new Map<number, number>();
  for (const transaction of transactionsOf(frames)) {
    if (transaction.resets) places = new Map();
    for (const { page, at } of transaction.frames) places.set(page, at);
    const pages = pagesWithLog(places, bytes, below);
    for (const { page, at } of transaction.frames) {
      const found = bytes.read(at, PAGE_SIZE);
      if (found?.length === PAGE_SIZE) yield rowsOnPage(found, page === 1, pages);
    }
  }
}

interface Transaction {
  readonly frames: readonly Frame[];
  /** Whether the log was restarted before it. */
  readonly resets: boolean;
}

function transactionsOf(frames: readonly Frame[]): readonly Transaction[] {
  const transactions: Transaction[] = [];
  let open: Frame[] = [];
  let salt: string | undefined;
  for (const frame of frames) {
    if (open.length > 0 && open[0]?.salt !== frame.salt) open = [];
    open.push(frame);
    if (frame.commits === 0) continue;
    transactions.push({ frames: open, resets: salt !== frame.salt });
    salt = frame.salt;
    open = [];
  }
  return transactions;
}

/** What can be read of a damaged store without its b-trees. */
export interface RawArticles {
  readonly articles: () => Iterable<Row>;
  /** The possible hashtags of the article with that number. */
  readonly hashtags: (number: number) => readonly (readonly Hashtag[])[];
  readonly sections: ReadonlyMap<string, Row>;
}

/** @param db a sound store, which tells how the tables are built */
export function readWreck(wreck: Wreck, db: Db): RawArticles {
  const shapes = {
    articles: tableShape(db, 'articles', 'plain_text'),
    tags: tableShape(db, 'article_hashtags'),
    sections: tableShape(db, 'sections'),
  };
  const sections = new Map<string, Row>();
  const tags = new Map<number, Map<number, Hashtag>[]>();
  for (const raw of rawRows(wreck)) {
    for (const row of rowsOf(shapes.sections, raw)) sections.set(String(row['id']), row);
    collectTags(rowsOf(shapes.tags, raw), tags);
  }
  return {
    articles: function* () {
      for (const raw of rawRows(wreck)) yield* rowsOf(shapes.articles, raw);
    },
    hashtags: (number) => choicesOf(tags.get(number) ?? []),
    sections,
  };
}

const rowsOf = (shape: TableShape, raw: PageRows): readonly Row[] =>
  raw.map(shape.rowOf).filter((row) => row !== null);

/** Collects the tags on one page, an article at a time. */
function collectTags(rows: readonly Row[], tags: Map<number, Map<number, Hashtag>[]>): void {
  const onPage = new Map<number, Map<number, Hashtag>>();
  for (const { article, position, tag } of rows) {
    const known = onPage.get(Number(article)) ?? new Map<number, Hashtag>();
    onPage.set(Number(article), known.set(Number(position), String(tag)));
  }
  for (const [article, found] of onPage) tags.set(article, [...(tags.get(article) ?? []), found]);
}

/** Those of each page, and those of all pages together: a list may continue on the next page. */
function choicesOf(pages: readonly ReadonlyMap<number, Hashtag>[]): readonly (readonly Hashtag[])[] {
  const together = new Map(pages.flatMap((page) => [...page]));
  return [together, ...pages.toReversed()].map((found) =>
    [...found].toSorted(([a], [b]) => a - b).map(([, tag]) => tag),
  );
}
