import type { AdSlotDefinition } from '#shared/domain/adSlot';

/** How a slot is called: its name, or its key where its definition is gone. */
export function slotName(slots: readonly AdSlotDefinition[], slotKey: string): string {
  return slots.find(({ key }) => key === slotKey)?.name ?? slotKey;
}

/** Each size once, from the narrowest screen up: `300 × 250 · 728 × 90`. */
export function slotSizes(slots: readonly AdSlotDefinition[], slotKey: string): string {
  const sizes = slots.find(({ key }) => key === slotKey)?.sizes ?? {};
  const widths = Object.keys(sizes).sort((one, other) => Number(one) - Number(other));
  const shown = widths.flatMap((width) => sizes[width] ?? []).map(([wide, high]) => `${wide} × ${high}`);
  return [...new Set(shown)].join(' · ');
}

/** The slot to place next: the first that the story has not yet, else the first of all. */
export function nextSlotKey(slots: readonly AdSlotDefinition[], placed: readonly string[]): string | null {
  const offered = slots.filter(({ enabled }) => enabled);
  return (offered.find(({ key }) => !placed.includes(key)) ?? offered[0])?.key ?? null;
}
