import { type ArticlePage, type ListRequest, listIndexed } from './articleList';
import { indexAll } from './indexing';
import { mendingSearch } from './search';
import type { Store } from '../store';

/** The list of {@link listIndexed}; with a query, recent changes are indexed first. */
export function listArticles(store: Store, request: ListRequest, few?: number): ArticlePage {
  if (request.query === '') return listIndexed(store, request, few);
  return mendingSearch(store, () => {
    indexAll(store);
    return listIndexed(store, request, few);
  });
}
