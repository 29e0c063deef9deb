import type { AdSlotDefinition } from '#shared/domain/adSlot';
import { listed } from '#shared/language/formats';
import { say } from '#shared/language/say';

/** A slot's name, or its key if its definition is gone. */
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

/** The slot to place next: the first that the story does not have yet, or else the first of all. */
export function nextSlotKey(slots: readonly AdSlotDefinition[], placed: readonly string[]): string | null {
  const offered = slots.filter(({ enabled }) => enabled);
  return (offered.find(({ key }) => !placed.includes(key)) ?? offered[0])?.key ?? null;
}

/** Announced when locked slots were to be deleted: `The ad slot In-article 1 is locked and was kept. …` */
export function slotsStay(slots: readonly AdSlotDefinition[], slotKeys: readonly string[]): string {
  return say(
    '{count, plural, one {The ad slot {names} is locked and was kept. Unlock it in its menu to remove it.} other {The ad slots {names} are locked and were kept. Unlock them in their menus to remove them.}}',
    { count: slotKeys.length, names: listed(slotKeys.map((key) => slotName(slots, key))) },
  );
}

/** A slot's accessible name: which slot it is, and whether it is locked. */
export function slotLabel(name: string, locked: boolean): string {
  return locked
    ? say('Advertisement slot: {name}, locked', { name })
    : say('Advertisement slot: {name}', { name });
}

/** Announced after an attempt to move a slot past its neighbour. */
export function movedWords(name: string, way: 'up' | 'down', isMoved: boolean): string {
  if (way === 'up')
    return isMoved
      ? say('Ad slot {name} moved up', { name })
      : say('Ad slot {name} cannot move further up', { name });
  return isMoved
    ? say('Ad slot {name} moved down', { name })
    : say('Ad slot {name} cannot move further down', { name });
}
