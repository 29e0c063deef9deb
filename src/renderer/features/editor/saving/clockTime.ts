import type { Time } from '#shared/domain/id';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** The time of day, to the second: `14:03:27`. */
export function clockTime(time: Time): string {
  return clock.format(time);
}
