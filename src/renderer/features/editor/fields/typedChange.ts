import { compositionNumber } from '#renderer/base/composition';
import type { TypedChange } from '../history/typingBursts';
import { changedPart } from './changedPart';

/**
 * What a field's new text tells undo. Null for one that was not typed sign by sign: what is pasted or made by a button
 * is taken back alone.
 */
export function typedChange(place: string, before: string, after: string): TypedChange | null {
  const part = changedPart(before, after);
  if (part === null) return null;
  const put = after.slice(part.start, part.after);
  const composition = compositionNumber();
  if (composition === null && Array.from(put).length > 1) return null;
  return { place, part, put, behind: before.slice(0, part.start).slice(-1), composition };
}
