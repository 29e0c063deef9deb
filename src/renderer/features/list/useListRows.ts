import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { isSameListing, listing } from '#renderer/base/navigation/navigation';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { observable, useObservable } from '#renderer/base/observable';
import { queries } from '#renderer/base/queries/queries';
import type { ArticleRow } from '#shared/domain/article';
import type { Id } from '#shared/domain/id';

export interface ListRows {
  /** What has been read so far, newest first. */
  readonly rows: readonly ArticleRow[];
  /** How many there are in all. */
  readonly total: number;
  readonly loading: boolean;
  /** Whether these rows are for the current request, not the previous one. */
  readonly isCurrent: boolean;
  readonly problem: Error | null;
  /** Reads the next page, if there is one that is not already on its way. */
  readonly readOn: () => void;
}

/** The rows of the current view, section or search, read page by page. */
export function useListRows(): ListRows {
  const place = useNavigation();
  const shown = listing(useDeferredValue(place));
  const { data, error, isPending, isPlaceholderData, hasNextPage, isFetching, fetchNextPage } =
    useInfiniteQuery(queries.list(shown));
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  return {
    rows,
    total: data?.pages[0]?.total ?? 0,
    loading: isPending,
    isCurrent: data !== undefined && !isPlaceholderData && isSameListing(shown, listing(place)),
    problem: error,
    readOn: () => {
      if (hasNextPage && !isFetching) void fetchNextPage();
    },
  };
}

export interface ActiveRow {
  /** -1 when no row is active. */
  readonly index: number;
  readonly activate: (index: number) => void;
}

/** Counts how often the list was told to start at its first row. */
const beginnings = observable(0);

/** Activates the first row, as when moving from a search to its results. */
export function activateFirstRow(): void {
  beginnings.set((count) => count + 1);
}

interface Active {
  readonly id: Id | null;
  /** Where it last was. */
  readonly index: number;
}

/** A change of this activates another row. */
function useTurns(setActive: (change: (now: Active) => Active) => void): void {
  const { articleId, query } = useNavigation();
  const first = useObservable(beginnings);
  const [before, setBefore] = useState({ articleId, query, first });
  if (before.articleId === articleId && before.query === query && before.first === first) return;
  setBefore({ articleId, query, first });
  const isSearch = query.trim() !== '' && query !== before.query;
  if (isSearch || before.first !== first) setActive(() => ({ id: null, index: 0 }));
  else setActive(({ index }) => ({ id: articleId, index }));
}

/**
 * The row that the keys act on: the one last moved to, or else the open article's; in a search, the first hit. It
 * stays with its article while rows come and go, and when that article leaves the list, it is the row that takes its
 * place.
 */
export function useActiveRow({ rows, isCurrent }: ListRows): ActiveRow {
  const { articleId } = useNavigation();
  const [active, setActive] = useState<Active>({ id: articleId, index: -1 });
  useTurns(setActive);
  const found = active.id === null ? -1 : rows.findIndex((row) => row.id === active.id);
  const index = found === -1 ? Math.min(active.index, rows.length - 1) : found;
  // The row there now is the one meant, once the requested rows are loaded. The open article may be on its way into
  // the list: it is waited for.
  const settles = isCurrent && index !== -1 && active.id !== articleId;
  const id = settles ? (rows[index]?.id ?? null) : active.id;
  if (id !== active.id || (found !== -1 && found !== active.index)) setActive({ id, index });
  return {
    index,
    activate: (next) => setActive({ id: isCurrent ? (rows[next]?.id ?? null) : null, index: next }),
  };
}
