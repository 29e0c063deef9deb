import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AdSlotDefinition } from '#shared/domain/adSlot';
import { bridge } from '#renderer/bridge';

const definitions = queryOptions({ queryKey: ['adSlots'], queryFn: () => bridge.adSlots.list() });
const NONE: readonly AdSlotDefinition[] = [];

/** The paper's slots, in the order of its settings. */
export function useAdSlotDefinitions(): readonly AdSlotDefinition[] {
  return useQuery(definitions).data ?? NONE;
}
