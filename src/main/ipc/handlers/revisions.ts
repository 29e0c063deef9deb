import type { ContractHandlers } from '#shared/contract';
import { getRevision, keepUnsaved, listRevisions, restoreRevision } from '../../store/articles/revisions';
import type { Services } from './services';

type Needs = Pick<Services, 'store' | 'disk' | 'publish'>;

export function revisionHandlers({ store, disk, publish }: Needs): ContractHandlers['revisions'] {
  return {
    list: ({ articleId }) => listRevisions(store, articleId),
    get: ({ id }) => getRevision(store, id),
    keep: (unsaved) => {
      const row = disk.writing(() => keepUnsaved(store, unsaved));
      publish('articles.changed', { ids: [unsaved.articleId] });
      return row;
    },
    restore: (request) => {
      const { articleId } = getRevision(store, request.id);
      const result = disk.writing(() => restoreRevision(store, request));
      if (result.kind === 'saved') publish('articles.changed', { ids: [articleId] });
      return result;
    },
  };
}
