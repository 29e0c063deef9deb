import type { QueryClient } from '@tanstack/react-query';
import { START, listing } from '../navigation/navigation';
import { createQueryClient } from './liveQueries';
import { queries } from './queries';

/** The window's client. */
export const windowClient: QueryClient = createQueryClient();

/**
 * Resolves when what the first frame shows is read. It is asked for as soon as this module runs: main reads it while
 * the rest of the script runs and React mounts. Main answers in turn, so the counts, which take it longest and which
 * no row waits for, come last. What fails here is asked for again, and told, by what shows it.
 */
export const firstReads: Promise<unknown> = Promise.all([
  windowClient.prefetchInfiniteQuery(queries.list(listing(START))),
  windowClient.prefetchQuery(queries.sections),
  windowClient.prefetchQuery(queries.counts),
]);
