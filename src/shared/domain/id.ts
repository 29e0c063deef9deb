import { z } from 'zod';

/** A UUIDv7 (RFC 9562, section 5.7) in lower case: sorts by the time it was made. */
export const id = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'not a Nutgraf id');
export type Id = z.infer<typeof id>;

/** Milliseconds since 1970, UTC. */
export const time = z.int().nonnegative();
export type Time = z.infer<typeof time>;

/** When an id was made, ms UTC. */
export const timeOfId = (made: Id): Time => Number.parseInt(made.slice(0, 8) + made.slice(9, 13), 16);

/**
 * Makes a UUIDv7 from a time in ms and at least ten random bytes, both passed in, so that it is pure. Throws
 * RangeError when there are fewer bytes.
 */
export function makeId(now: Time, random: Uint8Array): Id {
  if (random.length < 10) throw new RangeError('makeId needs ten random bytes');
  const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
  const stamp = now.toString(16).padStart(12, '0');
  const tail = Array.from(random.subarray(0, 10), (byte, index) => {
    if (index === 0) return hex((byte & 0x0f) | 0x70);
    if (index === 2) return hex((byte & 0x3f) | 0x80);
    return hex(byte);
  }).join('');
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`;
}
