/** What one request may hold, whatever its operation allows of it. */
export interface RequestLimits {
  readonly depth: number;
  /** Values in it, each as often as it stands there. */
  readonly values: number;
  /** UTF-16 code units of its texts and keys. */
  readonly letters: number;
  /** Bytes of its buffers. */
  readonly bytes: number;
}

const MEGABYTE = 1024 * 1024;

/**
 * For a call that carries a whole story: a hundred and fifty thousand words, or twenty-five thousand paragraphs,
 * which in no script take main longer than a second to save, to restore or to index.
 */
export const STORY_LIMITS: RequestLimits = {
  depth: 200,
  values: 200_000,
  letters: 900_000,
  bytes: 0,
};

/** For every other call: the ids of ten thousand articles, or one file, which has a limit of its own besides. */
export const CALL_LIMITS: RequestLimits = {
  depth: 20,
  values: 20_000,
  letters: 900_000,
  bytes: 64 * MEGABYTE,
};

/** What no call may be over; looked at in the window, so that the rest never crosses. */
export const CROSSING_LIMITS: RequestLimits = { ...STORY_LIMITS, bytes: CALL_LIMITS.bytes };

/**
 * What of a request is over the limits, or null. It looks at no more of it than they allow, so that it can stand
 * before everything that goes by a request's size: the schemas, and the handlers.
 */
export function excessOf(request: unknown, limits: RequestLimits): keyof RequestLimits | null {
  const left = { values: limits.values, letters: limits.letters, bytes: limits.bytes };
  const waiting: Place[] = [{ value: request, depth: 0 }];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const { value, depth } = place;
    left.values -= 1;
    if (typeof value === 'string') left.letters -= value.length;
    else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) left.bytes -= value.byteLength;
    else if (typeof value === 'object' && value !== null) {
      if (depth >= limits.depth) return 'depth';
      const inside = insideOf(value, left.values);
      if (inside === null) return 'values';
      left.letters -= inside.letters;
      for (const one of inside.values) waiting.push({ value: one, depth: depth + 1 });
    }
    const over = (['values', 'letters', 'bytes'] as const).find((what) => left[what] < 0);
    if (over !== undefined) return over;
    if (waiting.length > left.values) return 'values';
  }
  return null;
}

interface Place {
  readonly value: unknown;
  readonly depth: number;
}

/** The values in an array or an object and the letters of its keys; null when they are more than `most`. */
function insideOf(
  value: object,
  most: number,
): { readonly values: readonly unknown[]; readonly letters: number } | null {
  if (Array.isArray(value)) return value.length > most ? null : { values: value, letters: 0 };
  const keys = Object.keys(value);
  if (keys.length > most) return null;
  const letters = keys.reduce((sum, { length }) => sum + length, 0);
  return { values: Object.values(value), letters };
}
