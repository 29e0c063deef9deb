import { describe, expect, it } from 'vitest';
import { fullTime } from '#shared/domain/fullTime';
import { relativeTime } from './time';

const at = (year: number, month: number, day: number, hour = 12, minute = 0) =>
  new Date(year, month - 1, day, hour, minute).getTime();
/** A Sunday. */
const now = at(2026, 11, 22, 0, 30);

describe('the time in a list', () => {
  it.each([
    ['now', now - 59_000],
    ['now', now + 20_000],
    ['00:12', at(2026, 11, 22, 0, 12)],
    ['Yesterday', at(2026, 11, 21, 23, 59)],
    ['Fri', at(2026, 11, 20, 1)],
    ['Mon', at(2026, 11, 16, 1)],
    ['15 Nov', at(2026, 11, 15, 23)],
    ['22 Nov 2025', at(2025, 11, 22)],
    ['00:31', now + 60_000],
  ])('is %s', (words, time) => {
    expect(relativeTime(time, now)).toBe(words);
  });

  it('is whole in a sentence', () => {
    expect(fullTime(at(2026, 3, 3, 9, 5))).toBe('3 Mar 2026, 09:05');
  });
});
