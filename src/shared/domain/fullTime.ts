import { dateFormat } from '../language/formats';
import type { Time } from './id';

export const dayOfAnyYear = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' });
export const clock = dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayAndClock = dateFormat({
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const clockWithSeconds = dateFormat({
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** A time for use in a sentence, in the reader's time zone: `3 Nov 2026, 09:12`. */
export function fullTime(time: Time): string {
  return dayAndClock().format(time);
}

/** The time of day, to the second: `14:03:27`. */
export function clockTime(time: Time): string {
  return clockWithSeconds().format(time);
}
