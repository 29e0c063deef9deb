import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedPart, movedCaret } from './changedPart';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });

test('is the least that turns one text into the other, and cuts no sign', () => {
  expect(changedPart('one two three', 'one 2 three')).toEqual({ start: 4, before: 7, after: 5 });
  expect(changedPart('aa', 'aaa')).toEqual({ start: 2, before: 2, after: 3 });
  expect(changedPart('😀', '😁')).toEqual({ start: 0, before: 2, after: 2 });
  expect(changedPart('same', 'same')).toBeNull();
  fc.assert(
    fc.property(text, text, (before, after) => {
      const part = changedPart(before, after);
      if (part === null) return before === after;
      const inserted = after.slice(part.start, part.after);
      const made = before.slice(0, part.start) + inserted + before.slice(part.before);
      return made === after && inserted.isWellFormed() && before.slice(part.before).isWellFormed();
    }),
  );
});

test('a caret stays with the text that it stands in', () => {
  const part = { start: 4, before: 7, after: 5 };
  expect([2, 4, 5, 6, 7, 10].map((place) => movedCaret(place, part))).toEqual([2, 4, 5, 5, 5, 8]);
});
