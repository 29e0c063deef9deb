import type { ContractHandlers } from '#shared/contract';
import { createSection, listSections, removeSection, updateSection } from '../../store/articles/sections';
import type { Services } from './services';

type Needs = Pick<Services, 'store' | 'disk' | 'publish' | 'changes'>;

export function sectionHandlers({ store, disk, publish, changes }: Needs): ContractHandlers['sections'] {
  const writing = <T>(write: () => T): T => {
    const result = disk.writing(write);
    publish('sections.changed', null);
    return result;
  };
  return {
    list: () => listSections(store),
    create: (draft) => writing(() => createSection(store, draft)),
    update: ({ id, change }) => writing(() => updateSection(store, id, change)),
    remove: ({ id }) => {
      writing(() => removeSection(store, id));
      changes.tellOfAny();
      return null;
    },
  };
}
