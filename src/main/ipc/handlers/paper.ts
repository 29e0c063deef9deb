import type { DeskHandlers } from '#shared/contract';
import { listAdSlots } from '../../store/articles/adSlots';
import { addAsset } from '../../store/articles/assets';
import { suggestHashtags } from '../../store/articles/hashtags';
import { createSection, listSections, removeSection, updateSection } from '../../store/articles/sections';
import type { Services } from './services';

type Needs = Pick<Services, 'store' | 'disk' | 'publish'>;

export function sectionHandlers({ store, disk, publish }: Needs): DeskHandlers['sections'] {
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
      publish('articles.changed', { ids: [] });
      return null;
    },
  };
}

export function hashtagHandlers({ store }: Needs): DeskHandlers['hashtags'] {
  return { suggest: ({ prefix, limit }) => suggestHashtags(store, prefix, limit) };
}

export function adSlotHandlers({ store }: Needs): DeskHandlers['adSlots'] {
  return { list: () => listAdSlots(store) };
}

export function assetHandlers({ store, disk }: Needs): DeskHandlers['assets'] {
  return { add: (file) => disk.writing(() => addAsset(store, file)) };
}
