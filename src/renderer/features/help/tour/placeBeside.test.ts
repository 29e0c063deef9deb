import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBeside } from './placeBeside';

const window = { width: 1280, height: 800 };
const card = { width: 340, height: 220 };

test('the card stands beside the part, where there is room for it', () => {
  const button = { left: 500, top: 8, width: 28, height: 28 };
  expect(placeBeside(button, card, window)).toEqual({ left: 542, top: 8 });
  const inspector = { left: 950, top: 0, width: 330, height: 772 };
  expect(placeBeside(inspector, card, window)).toEqual({ left: 596, top: 276 });
  const bar = { left: 0, top: 772, width: 1280, height: 28 };
  expect(placeBeside(bar, card, window)).toEqual({ left: 470, top: 538 });
  const banner = { left: 0, top: 0, width: 1280, height: 40 };
  expect(placeBeside(banner, card, window)).toEqual({ left: 470, top: 54 });
});

test('wherever the part is, all of the card is in the window', () => {
  const box = fc.record({
    left: fc.integer({ min: 0, max: 1280 }),
    top: fc.integer({ min: 0, max: 800 }),
    width: fc.integer({ min: 0, max: 1280 }),
    height: fc.integer({ min: 0, max: 800 }),
  });
  fc.assert(
    fc.property(box, (part) => {
      const { left, top } = placeBeside(part, card, window);
      expect(left).toBeGreaterThanOrEqual(8);
      expect(top).toBeGreaterThanOrEqual(8);
      expect(left + card.width).toBeLessThanOrEqual(window.width - 8);
      expect(top + card.height).toBeLessThanOrEqual(window.height - 8);
    }),
  );
});
