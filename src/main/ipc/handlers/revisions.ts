import type { ContractHandlers } from '#shared/contract';
import { getRevision, keepUnsaved, listRevisions, restoreRevision } from '../../store/articles/revisions';
import type { Services } from './services';

type Needs = Pick<Services, 'store' | 'changes'>;

export function revisionHandlers({ store, changes }: Needs): ContractHandlers['revisions'] {
  return {
    list: ({ articleId }) => listRevisions(store, articleId),
    get: ({ id }) => getRevision(store, id),
    keep: (unsaved, { windowId }) => {
      const row = keepUnsaved(store, unsaved);
      changes.tell([unsaved.articleId], windowId);
      return row;
    },
    restore: (request, { windowId }) => {
      const { articleId } = getRevision(store, request.id);
      const result = restoreRevision(store, request);
      if (result.kind === 'saved') changes.tell([articleId], windowId);
      return result;
    },
  };
}
