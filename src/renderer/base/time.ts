import { useEffect, useState } from 'react';
import { clock, dayOfAnyYear } from '#shared/domain/fullTime';
import type { Time } from '#shared/domain/id';
import { dateFormat } from '#shared/language/formats';
import { say } from '#shared/language/say';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const weekday = dateFormat({ weekday: 'short' });
const dayOfYear = dateFormat({ day: 'numeric', month: 'short' });

/** Midnights between two moments on the local calendar, daylight saving included. */
function daysBetween(then: Date, now: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(now) - midnight(then)) / DAY);
}

/** A time as short as a list needs it: `now`, `09:12`, `Yesterday`, `Fri`, `3 Nov`, `3 Nov 2024`. */
export function relativeTime(time: Time, now: Time): string {
  // `now` is updated only now and then, so something just written may be a little ahead of it.
  if (Math.abs(now - time) < MINUTE) return say('now');
  const then = new Date(time);
  const today = new Date(now);
  const days = daysBetween(then, today);
  if (days === 0) return clock().format(then);
  if (days === 1) return say('Yesterday');
  if (days > 1 && days < 7) return weekday().format(then);
  return (then.getFullYear() === today.getFullYear() ? dayOfYear : dayOfAnyYear)().format(then);
}

/** The time, updated every `every` ms. */
export function useNow(every = 30_000): Time {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
