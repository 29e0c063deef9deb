import type { Time } from './id';

/** The interface is in English, with 24-hour times. */
export const LOCALE = 'en-GB';

export const dayOfAnyYear = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
export const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });

/** A time for use in a sentence, in the reader's time zone: `3 Nov 2026, 09:12`. */
export function fullTime(time: Time): string {
  const then = new Date(time);
  return `${dayOfAnyYear.format(then)}, ${clock.format(then)}`;
}

const clockWithSeconds = new Intl.DateTimeFormat(LOCALE, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** The time of day, to the second: `14:03:27`. */
export function clockTime(time: Time): string {
  return clockWithSeconds.format(time);
}
