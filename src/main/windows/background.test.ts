import { beforeEach, expect, test } from 'vitest';
import { type Background, createBackground, withoutWindow } from './background';

test.each([
  ['linux', true, 2, 'waits'],
  ['win32', true, 1, 'waits'],
  ['linux', true, 0, 'ends'],
  ['linux', false, 2, 'ends'],
  ['darwin', true, 0, 'stays'],
  ['darwin', true, 2, 'stays'],
  ['darwin', false, 2, 'stays'],
] as const)(
  'on %s, where it is wished (%s) and %i articles wait, the app %s',
  (platform, isWished, waiting, what) => {
    expect(withoutWindow({ platform, isWished, waiting })).toBe(what);
  },
);

let isWished: boolean;
let waiting: () => number;
let shown: { readonly body: string; readonly click: () => void }[];
let takenAway: number;
let opened: number;
let quits: number;
let reported: unknown[];

const without = (platform: NodeJS.Platform): Background =>
  createBackground({
    platform,
    isWished: () => isWished,
    waiting: () => waiting(),
    notify: ({ body }, click) => {
      shown.push({ body, click });
      return () => (takenAway += 1);
    },
    openWindow: () => (opened += 1),
    quit: () => (quits += 1),
    report: (where, thrown) => reported.push([where, String(thrown)]),
  });

beforeEach(() => {
  isWished = true;
  waiting = () => 2;
  [shown, reported, takenAway, opened, quits] = [[], [], 0, 0, 0];
});

test('what waits keeps the app without a window until it has gone, and is told once', () => {
  const background = without('linux');
  background.lastWindowClosed();
  background.outboxRested();
  waiting = () => 1;
  background.outboxRested();
  expect(shown.map(({ body }) => body)).toEqual([
    '2 articles wait to be sent. Nutgraf quits by itself once they have gone. Click to open a window.',
  ]);
  expect([quits, takenAway]).toEqual([0, 0]);
  waiting = () => 0;
  background.outboxRested();
  background.outboxRested();
  expect([quits, takenAway]).toEqual([1, 1]);
});

test('a click on the notification opens a window, with which the app no longer ends by itself', () => {
  const background = without('linux');
  background.lastWindowClosed();
  shown[0]?.click();
  expect(opened).toBe(1);
  background.over();
  expect(takenAway).toBe(1);
  waiting = () => 0;
  background.outboxRested();
  expect(quits).toBe(0);
  background.lastWindowClosed();
  expect(quits).toBe(1);
});

test('without the wish the app ends with its last window, and nothing is told', () => {
  isWished = false;
  without('linux').lastWindowClosed();
  expect([quits, shown]).toEqual([1, []]);
});

test('on macOS nothing is told, and nothing ends an app that a person left in the dock', () => {
  const background = without('darwin');
  background.lastWindowClosed();
  waiting = () => 0;
  background.outboxRested();
  expect([quits, shown]).toEqual([0, []]);
});

test('an outbox that cannot be read is reported and keeps nothing running', () => {
  const background = without('linux');
  background.lastWindowClosed();
  waiting = () => {
    throw new Error('disk gone');
  };
  background.outboxRested();
  expect([quits, reported]).toEqual([1, [['outbox', 'Error: disk gone']]]);
});
