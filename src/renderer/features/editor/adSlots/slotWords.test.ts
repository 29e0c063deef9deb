import { describe, expect, it } from 'vitest';
import { usualAdSlots } from '#shared/domain/adSlot';
import { nextSlotKey, slotName, slotSizes } from './slotWords';

describe('what is said of a slot', () => {
  it('is its name, and its key when its definition is gone', () => {
    expect(slotName(usualAdSlots, 'mid-article')).toBe('Mid-article');
    expect(slotName(usualAdSlots, 'old-slot')).toBe('old-slot');
  });

  it('has the sizes from the narrowest screen up', () => {
    expect(slotSizes(usualAdSlots, 'mid-article')).toBe('300 × 250 · 728 × 90');
    expect(slotSizes(usualAdSlots, 'old-slot')).toBe('');
  });
});

describe('the slot to place next', () => {
  it('is the first that the story has not yet', () => {
    expect(nextSlotKey(usualAdSlots, ['in-article-1'])).toBe('in-article-2');
  });

  it('is the first of all when each stands there already, and never one that is off', () => {
    const all = usualAdSlots.map(({ key }) => key);
    expect(nextSlotKey(usualAdSlots, all)).toBe('in-article-1');
    expect(
      nextSlotKey(
        usualAdSlots.map((slot) => ({ ...slot, enabled: false })),
        [],
      ),
    ).toBeNull();
  });
});
