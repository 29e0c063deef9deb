import type { ContractHandlers } from '#shared/contract';
import { documentJsonOf } from '#shared/document/document';
import { fromPlainText } from '#shared/document/fromPlainText';
import { articleRowsOf } from '../../store/articles/articleList';
import { createArticle } from '../../store/articles/articles';
import { findSection } from '../../store/articles/sections';
import type { Services } from './services';

type Needs = Pick<Services, 'store' | 'changes' | 'opener'>;

export function openingHandlers({ store, changes, opener }: Needs): ContractHandlers['openings'] {
  return {
    take: () => opener.take(),
    again: ({ id }) => opener.importAgain(id),
    make: ({ headline, standfirst, section, text }, { windowId }) => {
      const sectionId = section === '' ? null : (findSection(store, section)?.id ?? null);
      const body = documentJsonOf(fromPlainText(text));
      const { id } = createArticle(store, { headline, standfirst, sectionId, body });
      changes.tell([id], windowId);
      const [row] = articleRowsOf(store, [id]);
      if (row === undefined) throw new TypeError('the article that was made is not in the store');
      return row;
    },
  };
}
