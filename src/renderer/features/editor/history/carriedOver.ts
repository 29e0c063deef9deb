import type { Hashtag } from '#shared/domain/hashtag';
import { hashtagKey } from '#shared/domain/hashtag';
import { changedPart } from '../fields/changedPart';

/**
 * What `now` becomes by the change from `was` to `becomes`, when another writer may have changed it in between: only
 * what this change was about moves, and what the other wrote stays. Null when nothing is left to change.
 */
export function carriedOver<T>(was: T, becomes: T, now: T): { readonly value: T } | null {
  const made = isSame(now, was) ? { value: becomes } : carry(was, becomes, now);
  return made === null || isSame(made.value, now) ? null : { value: made.value as T };
}

function carry(was: unknown, becomes: unknown, now: unknown): { readonly value: unknown } | null {
  if (typeof was === 'string' && typeof becomes === 'string' && typeof now === 'string') {
    const value = carryText(was, becomes, now);
    return value === null ? null : { value };
  }
  if (isHold(was) && isHold(becomes) && isHold(now)) {
    const reason = carryText(was.reason, becomes.reason, now.reason);
    return reason === null ? null : { value: { reason } };
  }
  if (Array.isArray(was) && Array.isArray(becomes) && Array.isArray(now))
    return { value: carryTags(was as Hashtag[], becomes as Hashtag[], now as Hashtag[]) };
  return null;
}

function carryText(was: string, becomes: string, now: string): string | null {
  const [mine, theirs] = [changedPart(was, becomes), changedPart(was, now)];
  if (!mine || !theirs) return null;
  const isBehind = theirs.start >= mine.before;
  if (!isBehind && theirs.before > mine.start) return null;
  const shift = isBehind ? 0 : theirs.after - theirs.before;
  const inserted = becomes.slice(mine.start, mine.after);
  return now.slice(0, mine.start + shift) + inserted + now.slice(mine.before + shift);
}

function carryTags(was: readonly Hashtag[], becomes: readonly Hashtag[], now: readonly Hashtag[]) {
  const gone = without(was, becomes);
  const made = [...without(now, gone)];
  for (const tag of without(without(becomes, was), now)) made.splice(becomes.indexOf(tag), 0, tag);
  return made;
}

function without(tags: readonly Hashtag[], taken: readonly Hashtag[]): readonly Hashtag[] {
  const keys = new Set(taken.map(hashtagKey));
  return tags.filter((tag) => !keys.has(hashtagKey(tag)));
}

function isHold(value: unknown): value is { readonly reason: string } {
  return typeof value === 'object' && value !== null && 'reason' in value && typeof value.reason === 'string';
}

function isSame(one: unknown, other: unknown): boolean {
  if (isHold(one) && isHold(other)) return one.reason === other.reason;
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
