import { afterEach, expect, test, vi } from 'vitest';
import { openRequests } from './openRequests';

const system = await vi.hoisted(async () => {
  const events = await import('node:events');
  return new events.EventEmitter();
});
vi.mock('electron', () => ({ app: system }));

afterEach(() => system.removeAllListeners());

/** What the system hands to an app that it asks for something, and whether the app took it. */
function asks(event: 'open-file' | 'open-url', word: string): boolean {
  let isTaken = false;
  const preventDefault = (): void => {
    isTaken = true;
  };
  system.emit(event, { preventDefault }, word);
  return isTaken;
}

test('what the system asks for before the app is ready is known at once, and opened in order', () => {
  const requests = openRequests([], false);
  expect(requests.wereMade()).toBe(false);
  expect(asks('open-file', '/home/market.md')).toBe(true);
  expect(requests.wereMade()).toBe(true);
  expect(asks('open-url', 'nutgraf://new?text=A')).toBe(true);

  const opened: string[] = [];
  requests.hear((words) => opened.push(...words));
  expect(opened).toEqual(['/home/market.md', 'nutgraf://new?text=A']);
  asks('open-file', '/home/tide.md');
  expect(opened.at(-1)).toBe('/home/tide.md');
  expect(requests.wereMade()).toBe(true);
});

test('a command line that names something asks, and so does another start that does; a start with nothing does not', () => {
  expect(openRequests(['/home/market.md'], false).wereMade()).toBe(true);
  const requests = openRequests([], false);
  system.emit('second-instance', {}, [], '/home', { words: [] });
  system.emit('second-instance', {}, [], '/home', { words: 'no list' });
  expect(requests.wereMade()).toBe(false);
  system.emit('second-instance', {}, [], '/home', { words: ['/home/tide.md'] });
  expect(requests.wereMade()).toBe(true);
});

test('on a sample desk the system asks in vain', () => {
  const requests = openRequests([], true);
  expect(asks('open-file', '/home/market.md')).toBe(false);
  expect(requests.wereMade()).toBe(false);
});
