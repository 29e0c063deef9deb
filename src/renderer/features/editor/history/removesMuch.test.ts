import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { schema } from '#shared/document/schema';
import { removesMuch } from './removesMuch';

const p = (text: string): Node => schema.node('paragraph', null, text === '' ? [] : schema.text(text));
const story = schema.node('doc', null, [p('One'), p('Two'), p(''), p('Three')]);

/** Positions: One 1–4, Two 6–9, an empty one at 11, Three 13–18. */
function doing(change: (tr: Transaction) => Transaction): boolean {
  return removesMuch(change(EditorState.create({ doc: story }).tr));
}

test('more than a paragraph goes when a whole one goes, and words of another', () => {
  expect(doing((tr) => tr.delete(1, 9))).toBe(true);
  expect(doing((tr) => tr.delete(3, 9))).toBe(true);
  expect(doing((tr) => tr.delete(0, 19))).toBe(true);
  expect(doing((tr) => tr.insertText('Other', 1, 18))).toBe(true);
});

test('not when it is one paragraph, an end with a beginning, or an empty one', () => {
  expect(doing((tr) => tr.delete(1, 4))).toBe(false);
  expect(doing((tr) => tr.delete(0, 5))).toBe(false);
  expect(doing((tr) => tr.delete(3, 7))).toBe(false);
  expect(doing((tr) => tr.delete(6, 12))).toBe(false);
  expect(doing((tr) => tr.insertText('Other', 3))).toBe(false);
});
