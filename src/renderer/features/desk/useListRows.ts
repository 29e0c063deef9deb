import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { listing } from '#renderer/app/navigation';
import { useNavigation } from '#renderer/app/NavigationProvider';
import { queries } from '#renderer/app/queries';
import type { ArticleRow } from '#shared/domain/article';

export interface ListRows {
  /** What has been read so far, newest first. */
  readonly rows: readonly ArticleRow[];
  /** How many there are in all. */
  readonly total: number;
  readonly loading: boolean;
  readonly problem: Error | null;
  /** Reads the next page, if there is one and it is not on its way. */
  readonly readOn: () => void;
}

/** The rows of the desk, section or search that is shown, read page by page. */
export function useListRows(): ListRows {
  const shown = listing(useDeferredValue(useNavigation()));
  const { data, error, isPending, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(
    queries.list(shown),
  );
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  return {
    rows,
    total: data?.pages[0]?.total ?? 0,
    loading: isPending,
    problem: error,
    readOn: () => {
      if (hasNextPage && !isFetching) void fetchNextPage();
    },
  };
}
