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

const list = new Intl.ListFormat('en');

/** Said when locked slots were to be deleted: `The ad slot In-article 1 is locked, so it stays. …` */
export function slotsStay(slots: readonly AdSlotDefinition[], slotKeys: readonly string[]): string {
  const names = list.format(slotKeys.map((key) => slotName(slots, key)));
  return slotKeys.length === 1
    ? `The ad slot ${names} is locked, so it stays. Unlock it in its menu to remove it.`
    : `The ad slots ${names} are locked, so they stay. Unlock them in their menus to remove them.`;
}

/** A slot's accessible name: which it is, and that it is locked. */
export function slotLabel(name: string, locked: boolean): string {
  return `Advertisement slot: ${name}${locked ? ', locked' : ''}`;
}

/** Said after a slot was to be moved over its neighbour. */
export function movedWords(name: string, way: 'up' | 'down', isMoved: boolean): string {
  return isMoved ? `Ad slot ${name} moved ${way}` : `Ad slot ${name} can’t move further ${way}`;
}
