import { expect, test } from 'vitest';
import { inverseOf } from './settings';

test('taking a change of keys back leaves those that were changed since as they are', () => {
  const before = { theme: 'dark', keys: { 'format.link': 'F7' } } as const;
  const edit = { set: { keys: { 'format.link': 'F8', 'format.bold': 'F9' } }, reset: [] };
  const now = { keys: { ...edit.set.keys, 'article.new': 'F5' } };
  expect(inverseOf(edit, before, now)).toEqual({
    set: { keys: { 'article.new': 'F5', 'format.link': 'F7' } },
    reset: [],
  });
});

test('what was never chosen is given up again, and keys that a reset took come back', () => {
  const chosen = { set: { theme: 'dark', keys: { 'format.bold': 'F9' } }, reset: [] } as const;
  expect(inverseOf(chosen, {}, chosen.set)).toEqual({ set: {}, reset: ['theme', 'keys'] });
  const reset = { set: {}, reset: ['keys'] } as const;
  expect(inverseOf(reset, { keys: { 'format.bold': 'F9' } }, {})).toEqual({
    set: { keys: { 'format.bold': 'F9' } },
    reset: [],
  });
});
