import { z } from 'zod';
import { adSlotDefinition } from '../../domain/adSlot';
import { operation } from '../define';

export const adSlots = {
  list: operation(z.undefined(), z.array(adSlotDefinition).readonly()),
};
