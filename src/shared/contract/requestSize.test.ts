import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CALL_LIMITS, CROSSING_LIMITS, excessOf, STORY_LIMITS } from './requestSize';

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

const save = (body: unknown) => ({ id: 'x', baseVersion: 1, patch: { body } });
const storyOf = (paragraphs: number, words: number) => {
  const content = [{ type: 'text', text: 'word '.repeat(words) }];
  const paragraph = { type: 'paragraph', attrs: { id: 'b1' }, content };
  return { type: 'doc', content: Array.from({ length: paragraphs }, () => paragraph) };
};

test.each([
  ['a hundred thousand words', storyOf(2000, 50)],
  ['fifteen thousand short paragraphs', storyOf(15_000, 3)],
])('a story of %s is within the limits, and crosses', (_, body) => {
  expect(excessOf(save(body), STORY_LIMITS)).toBeNull();
  const sent = save(JSON.stringify(body));
  expect(excessOf(sent, STORY_LIMITS)).toBeNull();
  expect(excessOf(sent, CROSSING_LIMITS)).toBeNull();
});

test('a text inside of what a body consists of counts as one that is the body', () => {
  const change = { of: 'x', at: 0, cut: 1, put: ['{}', JSON.stringify(nested(300))] };
  expect(excessOf(save(change), STORY_LIMITS)).toBe('depth');
  expect(excessOf(save({ ...change, put: ['{}'] }), STORY_LIMITS)).toBeNull();
});

test.each<readonly [string, string, ReturnType<typeof excessOf>]>([
  ['depth', JSON.stringify(nested(300)), 'depth'],
  ['depth that nothing closes', '['.repeat(300), 'depth'],
  ['depth behind an escaped quote', JSON.stringify(['\\"', nested(300)]), 'depth'],
  ['brackets in its words', JSON.stringify(['[{"'.repeat(1000)]), null],
  ['many values', JSON.stringify(Array.from({ length: STORY_LIMITS.values }, () => 1)), 'values'],
  ['many words', JSON.stringify(['x'.repeat(STORY_LIMITS.letters)]), 'letters'],
  ['nothing but blanks', ' '.repeat(STORY_LIMITS.letters), 'letters'],
  ['nothing but mark-up', ':'.repeat(10_000_000), 'letters'],
])('a story that is sent as a text of %s', (_, body, excess) => {
  expect(excessOf(save(body), STORY_LIMITS)).toBe(excess);
});

test('a text of JSON is never let through where what it says is not', () => {
  const limits = { depth: 5, values: 30, letters: 100, bytes: 0 };
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (body) => {
      if (excessOf(save(body), limits) === null) return;
      expect(excessOf(save(JSON.stringify(body)), { ...limits, json: 'body' })).not.toBeNull();
    }),
  );
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
