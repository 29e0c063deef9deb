import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';
import { expect, it } from 'vitest';
import { ad, bullets, doc, item, p, quote } from '#shared/document/testing/builders';
import { insertRule, toggleQuote } from './editingCommands';

/** The story after the command, with everything from the word `from` to the word `to` selected; null: not for it. */
function after(story: Node, command: Command, from: string, to = from): Node | null {
  const find = (word: string): number => {
    let found = -1;
    story.descendants((node, position) => {
      if (node.text?.includes(word) === true) found = position + node.text.indexOf(word);
    });
    return found;
  };
  const selection = TextSelection.create(story, find(from), find(to) + to.length);
  const state = EditorState.create({ doc: story, selection });
  let next: Node | null = null;
  command(state, (tr) => (next = tr.doc));
  return next;
}

it.each([
  ['a paragraph', doc(p('a'), p('b')), 'a', 'a', doc(quote(p('a')), p('b'))],
  ['paragraphs', doc(p('a'), p('b')), 'a', 'b', doc(quote(p('a'), p('b')))],
  [
    'the whole list of an item',
    doc(bullets(item(p('a')), item(p('b')))),
    'b',
    'b',
    doc(quote(bullets(item(p('a')), item(p('b'))))),
  ],
  [
    'a paragraph and the list behind it',
    doc(p('a'), bullets(item(p('b')))),
    'a',
    'b',
    doc(quote(p('a'), bullets(item(p('b'))))),
  ],
  [
    'nothing: one line of a quote comes out of it',
    doc(quote(p('a'), p('b'))),
    'b',
    'b',
    doc(quote(p('a')), p('b')),
  ],
  [
    'nothing: a list comes out of a quote whole',
    doc(quote(bullets(item(p('a')), item(p('b'))))),
    'a',
    'a',
    doc(bullets(item(p('a')), item(p('b')))),
  ],
])('Quote puts into a quote %s', (_what, story, from, to, wanted) => {
  expect(after(story, toggleQuote, from, to)?.toString()).toBe(wanted.toString());
});

it('Quote leaves alone what has an ad slot in it', () => {
  expect(after(doc(p('a'), ad({}), p('b')), toggleQuote, 'a', 'b')).toBeNull();
});

it.each([
  [
    doc(bullets(item(p('a')), item(p('b'))), p('c')),
    'a',
    'doc(bulletList(listItem(paragraph("a")), listItem(paragraph("b"))), horizontalRule, paragraph("c"))',
  ],
  [
    doc(quote(p('a'), p('b'))),
    'a',
    'doc(blockquote(paragraph("a"), paragraph("b")), horizontalRule, paragraph)',
  ],
])('a rule stands behind the whole list or quote', (story, at, wanted) => {
  expect(after(story, insertRule, at)?.toString()).toBe(wanted);
});
