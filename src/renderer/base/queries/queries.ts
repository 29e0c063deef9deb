import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ExportSelection } from '#shared/domain/exportJob';
import type { Id } from '#shared/domain/id';
import { desk } from '../../desk';
import type { Listing } from '../navigation/navigation';

/** The least that one page of the list holds more than a tall window shows. */
const PAGE = 60;

/** Every read that features share, with the key under which events make it stale (see `liveQueries`). */
export const queries = {
  sections: queryOptions({ queryKey: ['sections'], queryFn: () => desk.sections.list() }),
  counts: queryOptions({ queryKey: ['counts'], queryFn: () => desk.articles.counts() }),
  accounts: queryOptions({ queryKey: ['cms', 'accounts'], queryFn: () => desk.cms.accounts() }),
  keyring: queryOptions({ queryKey: ['keyring'], queryFn: () => desk.cms.keyring() }),
  syncState: queryOptions({ queryKey: ['cms', 'state'], queryFn: () => desk.cms.state() }),
  jobs: queryOptions({ queryKey: ['jobs'], queryFn: () => desk.exports.list() }),
  /** Read anew each time that it is asked for: an embargo ends by itself. */
  heldIn: (selection: ExportSelection | null) =>
    queryOptions({
      queryKey: ['articles', 'held', selection],
      queryFn: () => (selection === null ? [] : desk.exports.held({ selection })),
      staleTime: 0,
    }),
  links: (articleId: Id) =>
    queryOptions({ queryKey: ['cms', 'links', articleId], queryFn: () => desk.cms.links({ articleId }) }),
  article: (articleId: Id) =>
    queryOptions({ queryKey: ['article', articleId], queryFn: () => desk.articles.get({ id: articleId }) }),
  importReport: (articleId: Id) =>
    queryOptions({
      queryKey: ['importReport', articleId],
      queryFn: () => desk.imports.report({ articleId }),
    }),
  list: (shown: Listing) =>
    infiniteQueryOptions({
      queryKey: ['articles', shown],
      queryFn: ({ pageParam }) => desk.articles.list({ ...shown, after: pageParam, limit: PAGE }),
      initialPageParam: null as { readonly updatedAt: number; readonly id: Id } | null,
      getNextPageParam: (page) => page.next,
      placeholderData: (before) => before,
    }),
};
