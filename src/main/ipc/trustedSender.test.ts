import { expect, test } from 'vitest';
import { trustedSender } from './trustedSender';

const origin = 'app://nutgraf';
const mainFrame = { origin };
const own = (contentsId: number) => (contentsId === 10 ? 3 : null);
const from = (senderFrame: { origin: string } | null, id = 10, main = mainFrame) =>
  trustedSender({ senderFrame, sender: { id, mainFrame: main } }, own, origin);

test('the main frame of a window of ours is trusted', () => {
  expect(from(mainFrame)).toBe(3);
});

test('a frame that has gone, a sub-frame, a foreign origin and a foreign window are not', () => {
  expect(from(null)).toBeNull();
  expect(from({ origin })).toBeNull();
  const foreign = { origin: 'https://nutgraf' };
  expect(from(foreign, 10, foreign)).toBeNull();
  expect(from(mainFrame, 11)).toBeNull();
});
