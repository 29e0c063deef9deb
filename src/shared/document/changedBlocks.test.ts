import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schema } from '#shared/document/schema';
import { changedBlocks } from './changedBlocks';

const p = (text: string) => schema.node('paragraph', null, [schema.text(text)]);
const doc = (blocks: readonly ReturnType<typeof p>[]) => schema.node('doc', null, [...blocks]);

test('a key press changes one block', () => {
  const [one, two, typed, three] = [p('One'), p('Two'), p('Two!'), p('Three')];
  const change = changedBlocks(doc([one, two, three]), doc([one, typed, three]));
  expect(change).toEqual({ start: 1, before: [two], after: [typed] });
  expect(changedBlocks(doc([one, two]), doc([one, two]))).toEqual({ start: 2, before: [], after: [] });
});

test('what was changed, put in the place of what was there, makes the other document', () => {
  const known = ['a', 'b', 'c'].map(p);
  const blocks = fc.array(fc.constantFrom(...known), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(blocks, blocks, (before, after) => {
      const change = changedBlocks(doc(before), doc(after));
      const made = before.toSpliced(change.start, change.before.length, ...change.after);
      expect(doc(made).eq(doc(after))).toBe(true);
    }),
  );
});
