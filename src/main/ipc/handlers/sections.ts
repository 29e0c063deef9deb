import type { ContractHandlers } from '#shared/contract';
import { createSection, listSections, removeSection, updateSection } from '../../store/articles/sections';
import type { Services } from './services';

type Needs = Pick<Services, 'store' | 'publish' | 'changes'>;

export function sectionHandlers({ store, publish, changes }: Needs): ContractHandlers['sections'] {
  const told = <T>(result: T): T => {
    publish('sections.changed', null);
    return result;
  };
  return {
    list: () => listSections(store),
    create: (draft) => told(createSection(store, draft)),
    update: ({ id, change }) => told(updateSection(store, id, change)),
    remove: ({ id }) => {
      told(removeSection(store, id));
      changes.tellOfAny();
      return null;
    },
  };
}
