import { operations } from '#shared/contract';
import type { Handlers } from '#shared/contract/define';
import {
  type ArticlePage,
  type ListRequest,
  countArticles,
  listIndexed,
} from '../../store/articles/articleList';
import { listSections } from '../../store/articles/sectionRecord';
import type { Policy } from '#shared/domain/policy';
import { getSettings } from '../../store/settings';
import type { Store } from '../../store/store';

const { list, counts } = operations.articles;

/**
 * What a window's first frame asks for. It needs the store alone, so it is answered before anything else of the app
 * is loaded.
 */
export const firstReads = {
  articles: { list, counts },
  sections: { list: operations.sections.list },
  app: { settings: operations.app.settings },
} as const;

export function firstReadHandlers(store: Store, policy: Policy): Handlers<typeof firstReads> {
  return {
    articles: {
      list: (request) => (request.query === '' ? listIndexed(store, request) : search(store, request)),
      counts: () => countArticles(store),
    },
    sections: { list: () => listSections(store) },
    app: { settings: () => getSettings(store, policy) },
  };
}

/** Search indexes what was saved since, and so reads stories: a first frame asks for none, nor waits for that code. */
async function search(store: Store, request: ListRequest): Promise<ArticlePage> {
  const { listArticles } = await import('../../store/articles/searchedList');
  return listArticles(store, request);
}
