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

type Needs = Pick<Services, 'store' | 'disk' | 'publish'>;

export function articleHandlers({ store, disk, publish }: Needs): ContractHandlers['articles'] {
  const changed = (id: string): void => publish('articles.changed', { ids: [id] });
  return {
    list: (request) => listArticles(store, request),
    counts: () => countArticles(store),
    get: ({ id }) => getArticle(store, id),
    create: ({ sectionId }) => {
      const article = disk.writing(() => createArticle(store, { sectionId }));
      changed(article.id);
      return article;
    },
    save: (request) => {
      const result = disk.writing(() => saveArticle(store, request));
      if (result.kind === 'saved') changed(request.id);
      return result;
    },
    bringBack: (known) => {
      const { article, isChanged } = disk.writing(() => bringBackArticle(store, known));
      if (isChanged) changed(known.id);
      return article;
    },
    trash: ({ id }) => {
      const article = disk.writing(() => trashArticle(store, id));
      changed(id);
      return article;
    },
    restore: ({ id }) => {
      const article = disk.writing(() => restoreArticle(store, id));
      changed(id);
      return article;
    },
  };
}
