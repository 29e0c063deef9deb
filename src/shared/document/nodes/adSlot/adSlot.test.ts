import { Editor } from '@tiptap/core';
import type { JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { documentJsonOf } from '../../document';
import { fromMarkdown } from '../../fromMarkdown';
import { adSlotsOf } from '../../outline';
import { extensions } from '../../schema';
import { ad, doc, p, quote, same } from '../../testing/builders';
import { toHtml } from '../../toHtml';

const slot = ad({ id: 'x1', slotKey: 'mid-article' });

test('a slot is a comment in Markdown, and comes back with its id and its lock', () => {
  same('One\n\n<!-- ad:mid-article x1 -->\n', doc(p('One'), slot));
  same('<!-- ad:mid-article x1 locked -->\n', doc(ad({ id: 'x1', slotKey: 'mid-article', locked: true })));
  same('<!-- ad:mid-article -->\n', doc(ad({ slotKey: 'mid-article' })));
  same('<!-- ad:mid-article - locked -->\n', doc(ad({ slotKey: 'mid-article', locked: true })));
});

test('a slot stands at the top only: read within a line or a quote, it comes right behind', () => {
  expect(fromMarkdown('One <!-- ad:mid-article x1 --> two').toJSON()).toEqual(
    doc(p('One'), slot, p('two')).toJSON(),
  );
  expect(fromMarkdown('> One\n>\n> <!-- ad:mid-article x1 -->\n>\n> two').toJSON()).toEqual(
    doc(quote(p('One'), p('two')), slot).toJSON(),
  );
});

test('HTML has it as a named landmark, or as the exporter says', () => {
  expect(toHtml(doc(slot))).toBe(
    '<aside class="ad-slot" role="complementary" aria-label="Advertisement" data-slot="mid-article" data-slot-id="x1"></aside>',
  );
  expect(toHtml(doc(slot), { adSlot: ({ id, slotKey }) => `[ad ${slotKey} ${id}]` })).toBe(
    '[ad mid-article x1]',
  );
});

const editorOf = (story: Node): Editor =>
  new Editor({ element: null, extensions: [...extensions], content: documentJsonOf(story) as JSONContent });

const order = (editor: Editor): string =>
  editor.state.doc.children
    .map((block) => (block.type.name === 'adSlot' ? 'AD' : block.textContent))
    .join(' ');

test('a slot goes in behind the block of the caret, with an id of its own', () => {
  const editor = editorOf(doc(quote(p('a'), p('b')), p('c')));
  editor.commands.setTextSelection(3);
  expect(editor.commands.insertAdSlot('mid-article')).toBe(true);
  expect(order(editor)).toBe('ab AD c');
  expect(adSlotsOf(editor.state.doc)).toMatchObject([
    { slotKey: 'mid-article', index: 1, after: 'a b', locked: false },
  ]);
  expect(editor.state.doc.child(1).attrs['id']).toMatch(/^[a-z0-9]{8}$/);
  expect(editor.commands.insertAdSlot('Not A Key')).toBe(false);
});

test('a slot moves block by block, by its id or while selected, and stops at the edge', () => {
  const editor = editorOf(doc(p('a'), p('b'), slot, p('c')));
  expect(editor.commands.moveAdSlot('up', 'x1')).toBe(true);
  expect(order(editor)).toBe('a AD b c');
  expect(editor.state.selection).toBeInstanceOf(NodeSelection);
  expect(editor.commands.moveAdSlot('down')).toBe(true);
  expect(editor.commands.moveAdSlot('down')).toBe(true);
  expect(order(editor)).toBe('a b c AD');
  expect(editor.commands.moveAdSlot('down')).toBe(false);
});

test('a locked slot stays, and with no slot selected nothing moves', () => {
  const editor = editorOf(doc(p('a'), ad({ id: 'x1', slotKey: 'mid-article', locked: true }), p('b')));
  expect(editor.commands.moveAdSlot('up', 'x1')).toBe(false);
  expect(editor.commands.moveAdSlot('up')).toBe(false);
  expect(order(editor)).toBe('a AD b');
});
