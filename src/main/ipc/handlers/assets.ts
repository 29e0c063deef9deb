import type { ContractHandlers } from '#shared/contract';
import { addAsset } from '../../store/articles/assets';
import type { Services } from './services';

export function assetHandlers({ store }: Pick<Services, 'store'>): ContractHandlers['assets'] {
  return { add: (file) => addAsset(store, file) };
}
