import { endOfString } from '../domain/jsonText';

/** How large one request may be, whatever its operation allows. */
export interface RequestLimits {
  readonly depth: number;
  /** Number of values, counting repeats. */
  readonly values: number;
  /** UTF-16 code units of its strings and keys. */
  readonly letters: number;
  /** Bytes of its buffers. */
  readonly bytes: number;
  /** The key whose value is JSON text, or consists of such texts: their contents count as if they were part of the request. */
  readonly json?: string;
}

const MEGABYTE = 1024 * 1024;

/** The maximum size of a file to import, in bytes, images included. */
export const IMPORT_LIMIT = 20 * MEGABYTE;

/**
 * For a call that carries a whole story: 150,000 words or 25,000 paragraphs, which in any script take main at most a
 * second to save, restore or index.
 */
export const STORY_LIMITS: RequestLimits = {
  depth: 200,
  values: 200_000,
  letters: 900_000,
  bytes: 0,
  json: 'body',
};

/** For every other call: ten thousand ids of articles or files, each of which has a limit of its own. */
export const CALL_LIMITS: RequestLimits = {
  depth: 20,
  values: 20_000,
  letters: 900_000,
  bytes: 64 * MEGABYTE,
};

/** The most that JSON adds to a value: a comma, a colon, and a pair of quotes or brackets. */
const MARK_UP = 6;

/** The limit for any call, including a story's markup; checked in the window, so that the excess never crosses. */
export const CROSSING_LIMITS: RequestLimits = {
  depth: STORY_LIMITS.depth,
  values: STORY_LIMITS.values,
  letters: STORY_LIMITS.letters + MARK_UP * STORY_LIMITS.values,
  bytes: CALL_LIMITS.bytes,
};

/** Which limit a request can exceed. */
type Measure = 'depth' | 'values' | 'letters' | 'bytes';

/** How many bytes are passed for a file without a path: if it is too large, enough for main to refuse it. */
export const HANDED_BYTES = IMPORT_LIMIT + 1;

/**
 * Which limits a request exceeds, or null. It looks no further than the limits allow, so it can run before anything
 * whose cost depends on the request's size: the schemas and the handlers.
 */
export function excessOf(request: unknown, limits: RequestLimits): Measure | null {
  const left = { values: limits.values, letters: limits.letters, bytes: limits.bytes };
  const waiting: Place[] = [{ value: request, depth: 0, isJson: false }];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const { value, depth, isJson } = place;
    left.values -= 1;
    if (typeof value === 'string') {
      const size = isJson ? sizeOfJson(value, left) : { depth: 0, values: 0, letters: value.length };
      if (depth + size.depth > limits.depth) return 'depth';
      left.values -= size.values;
      left.letters -= size.letters;
    } else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) left.bytes -= value.byteLength;
    else if (typeof value === 'object' && value !== null) {
      if (depth >= limits.depth) return 'depth';
      const inside = insideOf(value, left.values);
      if (inside === null) return 'values';
      left.letters -= inside.letters;
      for (const [key, one] of inside.entries)
        waiting.push({ value: one, depth: depth + 1, isJson: isJson || key === limits.json });
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
  readonly isJson: boolean;
}

/** The number of values in an array or object and the length of its keys; null when over `most`. */
function insideOf(
  value: object,
  most: number,
): { readonly entries: readonly (readonly [string | null, unknown])[]; readonly letters: number } | null {
  if (Array.isArray(value))
    return value.length > most ? null : { entries: value.map((one) => [null, one] as const), letters: 0 };
  const keys = Object.keys(value);
  if (keys.length > most) return null;
  const letters = keys.reduce((sum, { length }) => sum + length, 0);
  return { entries: Object.entries(value), letters };
}

type Size = Pick<RequestLimits, 'depth' | 'values' | 'letters'>;

const [QUOTE, COMMA, COLON] = [0x22, 0x2c, 0x3a];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * The size of what a JSON text describes, counted in one pass before anything parses it. It is never underestimated.
 * A text that must be too long is counted by its letters alone.
 */
function sizeOfJson(text: string, left: Pick<Size, 'values' | 'letters'>): Size {
  const { length } = text;
  if (length > left.letters + MARK_UP * left.values) return { depth: 0, values: 0, letters: length };
  let [open, depth, values, markUp] = [0, 0, 0, 0];
  for (let at = 0; at < length; at += 1) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at);
        markUp += 2;
        break;
      case OPEN_ARRAY:
      case OPEN_OBJECT:
        open += 1;
        depth = Math.max(depth, open);
        values += 1;
        markUp += 1;
        break;
      case CLOSE_ARRAY:
      case CLOSE_OBJECT:
        open -= 1;
        markUp += 1;
        break;
      case COMMA:
        values += 1;
        markUp += 1;
        break;
      case COLON:
        markUp += 1;
        break;
      default:
    }
  }
  return { depth, values, letters: length - markUp };
}
