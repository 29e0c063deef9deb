import type { ContractHandlers } from '#shared/contract';
import { suggestHashtags } from '../../store/articles/hashtags';
import type { Services } from './services';

export function hashtagHandlers({ store }: Pick<Services, 'store'>): ContractHandlers['hashtags'] {
  return { suggest: ({ prefix, limit }) => suggestHashtags(store, prefix, limit) };
}
