import type { ContractHandlers } from '#shared/contract';
import { listAdSlots } from '../../store/articles/adSlots';
import type { Services } from './services';

export function adSlotHandlers({ store }: Pick<Services, 'store'>): ContractHandlers['adSlots'] {
  return { list: () => listAdSlots(store) };
}
