import type { Time } from './id';

/** The interface is in English; times are in 24 hours. */
export const LOCALE = 'en-GB';

export const dayOfAnyYear = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
export const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });

/** A time that stands in a sentence, by the reader's own clock: `3 Nov 2026, 09:12`. */
export function fullTime(time: Time): string {
  const then = new Date(time);
  return `${dayOfAnyYear.format(then)}, ${clock.format(then)}`;
}
