import type { ContractHandlers } from '#shared/contract';
import {
  countArticles,
  createArticle,
  getArticle,
  listArticles,
  restoreArticle,
  saveArticle,
  trashArticle,
} from '../../store/articles/articles';
import { bringBackArticle } from '../../store/safety/bringBack';
import type { Services } from './services';

type Needs = Pick<Services, 'store' | 'changes'>;

export function articleHandlers({ store, changes }: Needs): ContractHandlers['articles'] {
  return {
    list: (request) => listArticles(store, request),
    counts: () => countArticles(store),
    get: ({ id }) => getArticle(store, id),
    create: ({ sectionId }, { windowId }) => {
      const article = createArticle(store, { sectionId });
      changes.tell([article.id], windowId);
      return article;
    },
    save: (request, { windowId }) => {
      const result = saveArticle(store, request);
      if (result.kind === 'saved') changes.tell([request.id], windowId);
      return result;
    },
    bringBack: (known, { windowId }) => {
      const { article, isChanged } = bringBackArticle(store, known);
      if (isChanged) changes.tell([known.id], windowId);
      return article;
    },
    trash: ({ id }, { windowId }) => {
      const article = trashArticle(store, id);
      changes.tell([id], windowId);
      return article;
    },
    restore: ({ id }, { windowId }) => {
      const article = restoreArticle(store, id);
      changes.tell([id], windowId);
      return article;
    },
  };
}
