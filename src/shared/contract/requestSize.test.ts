import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CALL_LIMITS, excessOf, STORY_LIMITS } from './requestSize';

const nested = (depth: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
};
const shared = (levels: number): unknown => {
  let value: unknown = ['x'];
  for (let level = 0; level < levels; level += 1) value = Array.from({ length: 10 }, () => value);
  return value;
};
const cycle = (): unknown => {
  const value: Record<string, unknown> = {};
  value['self'] = value;
  return value;
};

test.each<readonly [string, unknown, ReturnType<typeof excessOf>]>([
  ['nothing', undefined, null],
  ['a text as long as it may be', 'x'.repeat(CALL_LIMITS.letters), null],
  ['a text that is longer', 'x'.repeat(CALL_LIMITS.letters + 1), 'letters'],
  ['many short texts', Array.from({ length: 2000 }, () => 'x'.repeat(600)), 'letters'],
  ['long keys', { ['x'.repeat(CALL_LIMITS.letters + 1)]: 1 }, 'letters'],
  ['many values', Array.from({ length: CALL_LIMITS.values + 1 }, () => 1), 'values'],
  ['an array that says it is long', Array(4_000_000_000), 'values'],
  [
    'many keys',
    Object.fromEntries(Array.from({ length: CALL_LIMITS.values + 1 }, (_, i) => [i, 1])),
    'values',
  ],
  ['the same thing many times over', shared(12), 'values'],
  ['depth', nested(10_000), 'depth'],
  ['itself', cycle(), 'depth'],
  ['a file', { bytes: new Uint8Array(1000) }, null],
  ['a file that is too large', { bytes: new Uint8Array(CALL_LIMITS.bytes + 1) }, 'bytes'],
])('a request of %s', (_, request, excess) => {
  expect(excessOf(request, CALL_LIMITS)).toBe(excess);
});

test('a story of a hundred thousand words is within the limits', () => {
  const paragraph = {
    type: 'paragraph',
    attrs: { id: 'b1' },
    content: [{ type: 'text', text: 'word '.repeat(50) }],
  };
  const body = { type: 'doc', content: Array.from({ length: 2000 }, () => paragraph) };
  expect(excessOf({ id: 'x', baseVersion: 1, patch: { body } }, STORY_LIMITS)).toBeNull();
});

test('what is let through is never more than the limits, however it is put together', () => {
  const limits = { depth: 5, values: 30, letters: 100, bytes: 0 };
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      if (excessOf(value, limits) !== null) return;
      expect(JSON.stringify(value).length).toBeLessThan((limits.letters + limits.values * 30) * 6);
    }),
  );
});
