import type { ContractHandlers } from '#shared/contract';
import { createSection, removeSection, updateSection } from '../../store/articles/sections';
import { firstReadHandlers } from './firstReads';
import type { Services } from './services';

type Needs = Pick<Services, 'store' | 'policy' | 'publish' | 'changes'>;

export function sectionHandlers({ store, policy, publish, changes }: Needs): ContractHandlers['sections'] {
  const told = <T>(result: T): T => {
    publish('sections.changed', null);
    return result;
  };
  return {
    ...firstReadHandlers(store, policy).sections,
    create: (draft) => told(createSection(store, draft)),
    update: ({ id, change }) => told(updateSection(store, id, change)),
    remove: ({ id }) => {
      told(removeSection(store, id));
      changes.tellOfAny();
      return null;
    },
  };
}
