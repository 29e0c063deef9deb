import { expect, test } from 'vitest';
import { type Frame, trustedSender } from './trustedSender';

const origin = 'app://nutgraf';
const mainFrame: Frame = { routingId: 1, processId: 5, origin };
const own = (contentsId: number) => (contentsId === 10 ? 3 : null);
const from = (senderFrame: Frame | null, id = 10, main = mainFrame) =>
  trustedSender({ senderFrame, sender: { id, mainFrame: main } }, own, origin);

test('the main frame of a window of ours is trusted, as whichever object it comes', () => {
  expect(from(mainFrame)).toBe(3);
  expect(from({ ...mainFrame })).toBe(3);
});

test('a frame that has gone and a foreign window are not', () => {
  expect(from(null)).toBeNull();
  expect(from(mainFrame, 11)).toBeNull();
  const gone = {
    ...mainFrame,
    get origin(): string {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    },
  };
  expect(from(gone)).toBeNull();
});

test('a frame within our page is not, whatever its origin, and with the same id in another process neither', () => {
  expect(from({ ...mainFrame, routingId: 2 })).toBeNull();
  expect(from({ ...mainFrame, processId: 6 })).toBeNull();
});

test('a page at another origin is not, though it has the whole window', () => {
  const foreign = { ...mainFrame, origin: 'https://nutgraf' };
  expect(from(foreign, 10, foreign)).toBeNull();
  expect(from(mainFrame, 10, foreign)).toBeNull();
});
