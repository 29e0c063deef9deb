import { infiniteQueryOptions, queryOptions, type QueryClient, type QueryState } from '@tanstack/react-query';
import type { ExportSelection } from '#shared/domain/exportJob';
import type { Id } from '#shared/domain/id';
import { bridge } from '../../bridge';
import type { Listing } from '../navigation/navigation';
import type { ListCursor, ListPages } from './listRows';

/** The least that one page of the list holds more than a tall window shows. */
const PAGE = 60;

declare module '@tanstack/react-query' {
  interface Register {
    /** `listing` is what a list shows; no other query has it. */
    queryMeta: { readonly listing?: Listing };
  }
}

/** Every read that features share, with the key under which events make it stale (see `liveQueries`). */
export const queries = {
  sections: queryOptions({ queryKey: ['sections'], queryFn: () => bridge.sections.list() }),
  settingsSources: queryOptions({
    queryKey: ['settings'],
    queryFn: () => bridge.app.settingsSources(),
  }),
  counts: queryOptions({ queryKey: ['counts'], queryFn: () => bridge.articles.counts() }),
  accounts: queryOptions({ queryKey: ['cms', 'accounts'], queryFn: () => bridge.cms.accounts() }),
  places: queryOptions({ queryKey: ['places'], queryFn: () => bridge.app.places() }),
  licences: queryOptions({ queryKey: ['licences'], queryFn: () => bridge.app.licences() }),
  changes: queryOptions({ queryKey: ['changes'], queryFn: () => bridge.app.changes() }),
  /** One that does not answer is asked again at the next dialog, and when the user comes back from unlocking it. */
  keyring: queryOptions({
    queryKey: ['keyring'],
    queryFn: () => bridge.cms.keyring(),
    staleTime: ({ state }) => (state.data?.state === 'away' ? 0 : Infinity),
    refetchOnWindowFocus: true,
  }),
  update: queryOptions({ queryKey: ['update'], queryFn: () => bridge.updates.state() }),
  syncState: queryOptions({ queryKey: ['cms', 'state'], queryFn: () => bridge.cms.state() }),
  imports: queryOptions({ queryKey: ['imports'], queryFn: () => bridge.imports.list() }),
  importOutcomes: (jobId: Id) =>
    queryOptions({
      queryKey: ['importOutcomes', jobId],
      queryFn: () => bridge.imports.outcomes({ id: jobId }),
    }),
  jobs: queryOptions({ queryKey: ['jobs'], queryFn: () => bridge.exports.list() }),
  /** Read again at each request: an embargo ends without an event. */
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
      queryKey: ['articles', 'list', shown] as const,
      meta: { listing: shown },
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
  return client
    .getQueryCache()
    .getAll()
    .flatMap(({ meta }) => {
      if (meta?.listing === undefined) return [];
      const { queryKey } = queries.list(meta.listing);
      const state = client.getQueryState(queryKey);
      return state === undefined ? [] : [{ queryKey, listing: meta.listing, state }];
    });
}
