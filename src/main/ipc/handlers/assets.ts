import type { ContractHandlers } from '#shared/contract';
import { addAsset } from '../../store/articles/assets';
import type { Services } from './services';

export function assetHandlers({ store, disk }: Pick<Services, 'store' | 'disk'>): ContractHandlers['assets'] {
  return { add: (file) => disk.writing(() => addAsset(store, file)) };
}
