import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { ArticleRow } from '#shared/domain/article';
import type { Id } from '#shared/domain/id';
import { whenRested } from '../atRest';
import { type ListPlace, isListed, withRow } from './listRows';
import { keptLists, queries } from './queries';

/** What a key press in its text changes of a row. */
type Typed = 'summary' | 'wordCount' | 'updatedAt' | 'version';

/** What was told of an article, but for what every key press changes. */
type Told = Omit<ArticleRow, Typed>;

/** ms without a save that are rest, and ms of saves after which lists follow all the same. */
const REST = 1000;
const MOST = 5000;

/** Of so many articles it is known where they stood; of another, lists and counts are read again. */
const REMEMBERED = 1000;

/** Marks behind which one site's state can change while the article's, which shows the most urgent, stays. */
const covering: ReadonlySet<ArticleRow['sync']> = new Set(['conflict', 'failed', 'waiting', 'changed']);

/** How to make reads stale: at most once in a while, and a search less often than the rest. */
export interface Staling {
  readonly stale: (...keys: readonly QueryKey[]) => void;
  readonly staleSearches: (...keys: readonly QueryKey[]) => void;
}

/**
 * Brings what was read in step with the rows of articles that changed: lists take the row, counts are read again where
 * an article went from one to another, links where its mark moved. What only the store can tell is read again.
 */
export function rowFollower(client: QueryClient, { stale, staleSearches }: Staling) {
  const told = new Map<Id, Told>();
  /** Rows in which only what is typed has changed, and which wait until the typing rests. */
  const typed = new Map<Id, ArticleRow>();
  const follow = (row: ArticleRow): void => {
    const before = told.get(row.id) ?? null;
    typed.delete(row.id);
    remember(told, row);
    followInLists(client, { stale, staleSearches }, row, before);
    stale(['article', row.id], ['articles', 'held'], ['articles', 'palette']);
    if (before === null || !isSamePlace(before, row)) stale(queries.counts.queryKey);
    if (before === null || before.sync !== row.sync || covering.has(row.sync))
      stale(queries.links(row.id).queryKey);
  };
  const rest = whenRested(() => [...typed.values()].forEach(follow), REST, MOST);
  return {
    follow,
    /** A row that this window wrote: two a second while somebody types, so the lists wait for a rest. */
    followOwn: (row: ArticleRow): void => {
      const before = told.get(row.id);
      if (before === undefined || !isTypedOn(before, row)) return follow(row);
      typed.set(row.id, row);
      rest.ask();
    },
    /** Any article may have changed. */
    forget: (): void => {
      told.clear();
      typed.clear();
    },
    stop: rest.stop,
  };
}

function isTypedOn(before: Told, row: ArticleRow): boolean {
  return (Object.keys(before) as readonly (keyof Told)[]).every((key) => before[key] === row[key]);
}

function remember(told: Map<Id, Told>, row: ArticleRow): void {
  const { summary: _, wordCount: _words, updatedAt: _time, version: _version, ...rest } = row;
  told.delete(row.id);
  told.set(row.id, rest);
  const [oldest] = told.keys();
  if (told.size > REMEMBERED && oldest !== undefined) told.delete(oldest);
}

const isSamePlace = (one: ListPlace, other: ListPlace): boolean =>
  one.status === other.status &&
  one.sectionId === other.sectionId &&
  (one.trashedAt === null) === (other.trashedAt === null);

function followInLists(
  client: QueryClient,
  { stale, staleSearches }: Staling,
  row: ArticleRow,
  before: ListPlace | null,
): void {
  const sections = client.getQueryData(queries.sections.queryKey);
  for (const { queryKey, listing, state } of keptLists(client)) {
    // Data that are set count as fresh, so a list that waits to be read again is left as it is.
    const isFresh = state.fetchStatus === 'idle' && !state.isInvalidated;
    if (listing.query.trim() !== '') staleSearches(queryKey);
    else if (state.data === undefined || !isFresh || sections === undefined) stale(queryKey);
    else {
      const wasIn = before && isListed(listing, before, sections);
      const next = withRow(state.data, row, isListed(listing, row, sections), wasIn);
      if (next === null) stale(queryKey);
      else client.setQueryData(queryKey, next);
    }
  }
}
