import type { ContractHandlers } from '#shared/contract';
import type { SentPatch } from '#shared/domain/article';
import {
  createArticle,
  getArticle,
  restoreArticle,
  saveArticle,
  trashArticle,
} from '../../store/articles/articles';
import { bringBackArticle } from '../../store/safety/bringBack';
import { wholePatch } from '../../store/articles/wholePatch';
import { STORY_LIMITS } from '#shared/contract/requestSize';
import { refuseExcess } from '../answer';
import { firstReadHandlers } from './firstReads';
import type { Services } from './services';

/** Each value takes a letter at least, and no block lies deeper in a body than in its change. */
const isLong = ({ body = '' }: SentPatch): boolean => body.length >= STORY_LIMITS.values / 2;

type Needs = Pick<Services, 'store' | 'policy' | 'changes'>;

export function articleHandlers({ store, policy, changes }: Needs): ContractHandlers['articles'] {
  return {
    ...firstReadHandlers(store, policy).articles,
    get: ({ id }) => getArticle(store, id),
    create: ({ sectionId }, { windowId }) => {
      const article = createArticle(store, { sectionId });
      changes.tell([article.id], windowId);
      return article;
    },
    save: (request, { windowId }) => {
      const whole = { ...request, patch: wholePatch(store, request) };
      // The change of a body may cross where the body it leads to may not.
      if (whole.patch !== request.patch && isLong(whole.patch)) refuseExcess(whole, STORY_LIMITS);
      const result = saveArticle(store, whole);
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
