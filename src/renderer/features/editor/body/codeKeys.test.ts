import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { bullets, codeBlock, doc, item, p } from '#shared/document/testing/builders';
import { toggleCodeBlock } from '../toolbar/toggleCodeBlock';
import { indentCode } from './codeKeys';

/** The state with this much of the document selected. */
const selecting = (story: Node, from: number, to = from): EditorState =>
  EditorState.create({ doc: story, selection: TextSelection.create(story, from, to) });

it.each([
  [false, 3, 3, 'a\n  \n  b'],
  [false, 1, 6, '  a\n\n    b'],
  [true, 6, 6, 'a\n\nb'],
  [true, 1, 1, 'a\n\n  b'],
])('Tab in code (out: %s, from %i to %i)', (isOut, from, to, wanted) => {
  let state = selecting(doc(codeBlock('a\n\n  b')), from, to);
  expect(indentCode(isOut)(state, (tr) => (state = state.apply(tr)))).toBe(true);
  expect(state.doc.textContent).toBe(wanted);
});

it('Tab outside code is not its key', () => {
  expect(indentCode(false)(selecting(doc(p('a'), codeBlock('b')), 1))).toBe(false);
  expect(indentCode(false)(selecting(doc(p('a'), codeBlock('b')), 1, 5))).toBe(false);
});

it('one code block is made of several paragraphs, and one paragraph of it', () => {
  let state = selecting(doc(p('a'), p('b c'), p('d')), 2, 6);
  const toggle = () => toggleCodeBlock(state, (tr) => (state = state.apply(tr)));
  expect(toggle()).toBe(true);
  expect(state.doc.toString()).toBe('doc(codeBlock("a\\nb c"), paragraph("d"))');
  expect(toggle()).toBe(true);
  expect(state.doc.toString()).toBe('doc(paragraph("a", hardBreak, "b c"), paragraph("d"))');
});

it('no code block begins a list item', () => {
  expect(toggleCodeBlock(selecting(doc(bullets(item(p('a')))), 3))).toBe(false);
});
