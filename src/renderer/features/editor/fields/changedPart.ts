/** Where two texts differ: from `start` to `before` in one, to `after` in the other. Code units. */
export interface ChangedPart {
  readonly start: number;
  readonly before: number;
  readonly after: number;
}

/** The smallest part in which two texts differ, never splitting a surrogate pair; null when they are the same. */
export function changedPart(before: string, after: string): ChangedPart | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (isHigh(before[start - 1])) start -= 1;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  if (same > 0 && isLow(before.at(-same))) same -= 1;
  return { start, before: before.length - same, after: after.length - same };
}

function isHigh(unit: string | undefined): boolean {
  return unit !== undefined && /[\ud800-\udbff]/.test(unit);
}

function isLow(unit: string | undefined): boolean {
  return unit !== undefined && /[\udc00-\udfff]/.test(unit);
}

/** Where a caret at `place` goes when its text changes by `part`. */
export function movedCaret(place: number, { start, before, after }: ChangedPart): number {
  if (place <= start) return place;
  return place >= before ? place + after - before : Math.min(place, after);
}
