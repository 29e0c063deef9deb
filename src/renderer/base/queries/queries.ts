import {
  infiniteQueryOptions,
  queryOptions,
  type Query,
  type QueryClient,
  type QueryState,
} from '@tanstack/react-query';
import type { ExportSelection } from '#shared/domain/exportJob';
import type { Id } from '#shared/domain/id';
import { bridge } from '../../bridge';
import type { Listing } from '../navigation/navigation';
import type { ListCursor, ListPages } from './listRows';

/** The least that one page of the list holds more than a tall window shows. */
const PAGE = 60;

/** How the key of every list begins; what it shows follows. */
const LIST = ['articles', 'list'] as const;

/** Every read that features share, with the key under which events make it stale (see `liveQueries`). */
export const queries = {
  sections: queryOptions({ queryKey: ['sections'], queryFn: () => bridge.sections.list() }),
  counts: queryOptions({ queryKey: ['counts'], queryFn: () => bridge.articles.counts() }),
  accounts: queryOptions({ queryKey: ['cms', 'accounts'], queryFn: () => bridge.cms.accounts() }),
  keyring: queryOptions({ queryKey: ['keyring'], queryFn: () => bridge.cms.keyring() }),
  syncState: queryOptions({ queryKey: ['cms', 'state'], queryFn: () => bridge.cms.state() }),
  imports: queryOptions({ queryKey: ['imports'], queryFn: () => bridge.imports.list() }),
  importOutcomes: (jobId: Id) =>
    queryOptions({
      queryKey: ['importOutcomes', jobId],
      queryFn: () => bridge.imports.outcomes({ id: jobId }),
    }),
  jobs: queryOptions({ queryKey: ['jobs'], queryFn: () => bridge.exports.list() }),
  /** Read anew each time that it is asked for: an embargo ends by itself. */
  heldIn: (selection: ExportSelection | null) =>
    queryOptions({
      queryKey: ['articles', 'held', selection],
      queryFn: () => (selection === null ? [] : bridge.exports.held({ selection })),
      staleTime: 0,
    }),
  links: (articleId: Id) =>
    queryOptions({ queryKey: ['cms', 'links', articleId], queryFn: () => bridge.cms.links({ articleId }) }),
  article: (articleId: Id) =>
    queryOptions({ queryKey: ['article', articleId], queryFn: () => bridge.articles.get({ id: articleId }) }),
  importReport: (articleId: Id) =>
    queryOptions({
      queryKey: ['importReport', articleId],
      queryFn: () => bridge.imports.report({ articleId }),
    }),
  list: (shown: Listing) =>
    infiniteQueryOptions({
      queryKey: [...LIST, shown] as const,
      queryFn: ({ pageParam }) => bridge.articles.list({ ...shown, after: pageParam, limit: PAGE }),
      initialPageParam: null as ListCursor | null,
      getNextPageParam: (page) => page.next,
      placeholderData: (before) => before,
    }),
};

interface KeptList {
  readonly queryKey: ListKey;
  readonly listing: Listing;
  readonly state: QueryState<ListPages>;
}

type ListKey = ReturnType<typeof queries.list>['queryKey'];

/** Every list that a client keeps, shown or not. */
export function keptLists(client: QueryClient): readonly KeptList[] {
  // The cache forgets the types; only `queries.list` makes queries with such a key.
  const kept = client.getQueryCache().findAll({ queryKey: LIST }) as unknown as readonly ListQuery[];
  return kept.map(({ queryKey, state }) => ({ queryKey, listing: queryKey[2], state }));
}

type ListQuery = Query<ListPages, Error, ListPages, ListKey>;
