import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { ArticleRow } from '#shared/domain/article';
import type { Id } from '#shared/domain/id';
import { type ListPlace, isListed, withRow } from './listRows';
import { keptLists, queries } from './queries';

/** What was told of an article: in which lists it stands, and its mark. */
type Told = ListPlace & Pick<ArticleRow, 'sync'>;

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
  return {
    follow: (row: ArticleRow): void => {
      const before = told.get(row.id) ?? null;
      remember(told, row);
      followInLists(client, { stale, staleSearches }, row, before);
      stale(['article', row.id], ['articles', 'held'], ['articles', 'palette']);
      if (before === null || !isSamePlace(before, row)) stale(queries.counts.queryKey);
      if (before === null || before.sync !== row.sync || covering.has(row.sync))
        stale(queries.links(row.id).queryKey);
    },
    /** Any article may have changed. */
    forget: (): void => told.clear(),
  };
}

function remember(told: Map<Id, Told>, { id, status, sectionId, trashedAt, sync }: ArticleRow): void {
  told.delete(id);
  told.set(id, { status, sectionId, trashedAt, sync });
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
