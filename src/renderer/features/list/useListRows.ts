import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { isSameListing, listing } from '#renderer/base/navigation/navigation';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { queries } from '#renderer/base/queries/queries';
import type { ArticleRow } from '#shared/domain/article';

export interface ListRows {
  /** What has been read so far, newest first. */
  readonly rows: readonly ArticleRow[];
  /** How many there are in all. */
  readonly total: number;
  readonly loading: boolean;
  /** These are the rows of what is asked for now, not of what was asked for a moment ago. */
  readonly isCurrent: boolean;
  readonly problem: Error | null;
  /** Reads the next page, if there is one and it is not on its way. */
  readonly readOn: () => void;
}

/** The rows of the view, section or search that is shown, read page by page. */
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
