import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AdSlotDefinition } from '#shared/domain/adSlot';
import { desk } from '#renderer/desk';

const definitions = queryOptions({ queryKey: ['adSlots'], queryFn: () => desk.adSlots.list() });
const NONE: readonly AdSlotDefinition[] = [];

/** The slots that this paper has, by the order of its settings. */
export function useAdSlotDefinitions(): readonly AdSlotDefinition[] {
  return useQuery(definitions).data ?? NONE;
}
