import type { Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { schema } from '../schema';
import { ad, doc, figure, quote } from '../testing/builders';
import { mergeDocuments } from './mergeDocuments';
import type { Side } from './mergeDocuments';

/** A paragraph by its id. */
const p = (id: string | null, text = id ?? ''): Node =>
  schema.node('paragraph', { id }, text === '' ? [] : schema.text(text));
const [a, b, c, d] = [p('a'), p('b'), p('c'), p('d')];
const item = (id: string, ...content: readonly Node[]): Node =>
  schema.node('listItem', { id }, [p(`${id}-line`, id), ...content]);
const list = (...items: readonly Node[]): Node => schema.node('bulletList', { id: 'list' }, [...items]);

/** A short picture of a story: the text of a line, what stands in a block, or the name of an atom. */
const shape = (node: Node): string =>
  node.isTextblock
    ? node.textContent
    : node.isLeaf
      ? node.type.name
      : `${node.type.name === 'doc' ? '' : node.type.name}(${node.children.map(shape).join(' ')})`;

const merged = (base: Node, ours: Node, theirs: Node, side?: Side) => {
  const { doc, choices } = mergeDocuments(base, ours, theirs, side && (() => side));
  return {
    doc: shape(doc),
    choices: choices.map((one) =>
      [one.base, one.ours, one.theirs].map((nodes) => nodes.map(shape).join(' ')).join(' | '),
    ),
  };
};

describe('what two writers did in different blocks is joined', () => {
  it.each([
    ['edits', doc(a, b), doc(p('a', 'A'), b), doc(a, p('b', 'B')), '(A B)'],
    ['an edit and a new block', doc(a, b), doc(p('a', 'A'), b), doc(a, c, b), '(A c b)'],
    [
      'new blocks in one place, in either window in the same order',
      doc(a, b),
      doc(a, d, b),
      doc(a, c, b),
      '(a c d b)',
    ],
    ['a deletion and an edit elsewhere', doc(a, b, c), doc(a, c), doc(a, b, p('c', 'C')), '(a C)'],
    ['a new block behind one that is deleted', doc(a, b, c), doc(a, b, d, c), doc(a, c), '(a d c)'],
    [
      'a move and an edit of another',
      doc(a, b, c, d),
      doc(b, c, d, a),
      doc(a, b, p('c', 'C'), d),
      '(b C d a)',
    ],
    ['two moves', doc(a, b, c, d, p('e')), doc(b, a, c, d, p('e')), doc(a, b, c, p('e'), d), '(b a c e d)'],
    [
      'a slot and a figure',
      doc(a, b),
      doc(a, ad({ id: 's' }), b),
      doc(a, b, figure({ src: null })),
      '(a adSlot b figure)',
    ],
    [
      'items of one list',
      doc(list(item('x'), item('y'))),
      doc(list(item('x', p('p', 'more')), item('y'))),
      doc(list(item('x'), item('y'), item('z'))),
      '(bulletList(listItem(x more) listItem(y) listItem(z)))',
    ],
    [
      'lines of one quote',
      doc(quote(a, b)),
      doc(quote(p('a', 'A'), b)),
      doc(quote(a, p('b', 'B'))),
      '(blockquote(A B))',
    ],
    [
      'a quote around one paragraph and an edit of another',
      doc(a, b),
      doc(quote(a), b),
      doc(a, p('b', 'B')),
      '(blockquote(a) B)',
    ],
  ])('%s', (_what, base, ours, theirs, wanted) => {
    expect(merged(base, ours, theirs)).toEqual({ doc: wanted, choices: [] });
    expect(merged(base, theirs, ours)).toEqual({ doc: wanted, choices: [] });
  });
});

describe('what both did to one block is asked', () => {
  it.each([
    ['two edits', doc(a, b), doc(p('a', 'A1'), b), doc(p('a', 'A2'), b), 'a | A1 | A2', '(A1 b)', '(A2 b)'],
    ['deleted and edited', doc(a, b), doc(b), doc(p('a', 'A2'), b), 'a |  | A2', '(b)', '(A2 b)'],
    ['edited and deleted', doc(a, b), doc(p('a', 'A1'), b), doc(b), 'a | A1 | ', '(A1 b)', '(b)'],
    [
      'moved and edited',
      doc(a, b, c),
      doc(b, c, a),
      doc(p('a', 'A2'), b, c),
      'a | a | A2',
      '(b c a)',
      '(A2 b c)',
    ],
    ['moved and deleted', doc(a, b, c), doc(b, c, a), doc(b, c), 'a | a | ', '(b c a)', '(b c)'],
    [
      'moved to two places',
      doc(a, b, c, d),
      doc(b, a, c, d),
      doc(b, c, d, a),
      'a | a | a',
      '(b a c d)',
      '(b c d a)',
    ],
    [
      'put into a quote and edited',
      doc(a, b),
      doc(quote(a), b),
      doc(p('a', 'A2'), b),
      'a | blockquote(a) | A2',
      '(blockquote(a) b)',
      '(A2 b)',
    ],
    [
      'joined with the one before, and edited',
      doc(a, b),
      doc(p('a', 'a b')),
      doc(a, p('b', 'B')),
      'b |  | B',
      '(a b)',
      '(a b B)',
    ],
    [
      'one item of a list',
      doc(list(item('x'), item('y'))),
      doc(list(item('x', p('p', 'ours')), item('y'))),
      doc(list(item('y'))),
      'listItem(x) | listItem(x ours) | ',
      '(bulletList(listItem(x ours) listItem(y)))',
      '(bulletList(listItem(y)))',
    ],
    [
      'the caption of a figure',
      doc(a, figure({ caption: 'One' })),
      doc(a, figure({ caption: 'Two' })),
      doc(a, figure({ caption: 'Three' })),
      'figure | figure | figure',
      '(a figure)',
      '(a figure)',
    ],
  ])('%s', (_what, base, ours, theirs, choice, mine, other) => {
    expect(merged(base, ours, theirs, 'ours')).toEqual({ doc: mine, choices: [choice] });
    expect(merged(base, ours, theirs, 'theirs')).toEqual({ doc: other, choices: [choice] });
  });

  it('nothing, where both did the same', () => {
    expect(merged(doc(a, b), doc(b, p('a', 'A')), doc(b, p('a', 'A')))).toEqual({
      doc: '(b A)',
      choices: [],
    });
    expect(merged(doc(a, b), doc(b), doc(b))).toEqual({ doc: '(b)', choices: [] });
  });
});

describe('where ids are missing', () => {
  const bare = doc(p(null, 'One thing'), p(null, 'Two things'), p(null, 'Three things'));

  it('blocks are known by what they say and where they stand', () => {
    const ours = doc(p('1', 'One thing'), p('2', 'Two things here'), p('3', 'Three things'));
    const theirs = doc(p('x', 'One thing more'), p('y', 'Two things'), p('z', 'Three things'), p('n', 'New'));
    expect(merged(bare, ours, theirs)).toEqual({
      doc: '(One thing more Two things here Three things New)',
      choices: [],
    });
  });

  it('a text that comes back from a site without any keeps those that it had', () => {
    const base = doc(p('1', 'One thing'), p('2', 'Two things'));
    const theirs = doc(p(null, 'New there'), p(null, 'One thing'), p(null, 'Two more things'));
    const { doc: joined } = mergeDocuments(base, base, theirs);
    expect(joined.children.map(({ attrs }) => attrs['id'] as unknown)).toEqual([null, '1', '2']);
  });

  it('the same new block without an id in both is one', () => {
    const both = doc(p(null, 'One thing'), p(null, 'New'), p(null, 'Two things'), p(null, 'Three things'));
    const ours = doc(...both.children.slice(0, 3), p(null, 'Three things here'));
    expect(merged(bare, ours, both).doc).toBe('(One thing New Two things Three things here)');
  });
});

it('a line break at the start of a paragraph does not make another of it', () => {
  const ours = doc(p('a', ''), p('new', 'A few words'), b);
  const theirs = doc(p('a', 'A few words more'), b);
  expect(merged(doc(p('a', 'A few words'), b), ours, theirs)).toEqual({
    doc: '( A few words more b)',
    choices: [],
  });
});

it('of the lines that the editor keeps at the end in both, one stays', () => {
  const ours = doc(p('a', 'A'), figure({}), p('x', ''));
  expect(merged(doc(a, figure({})), ours, doc(a, figure({}), p('y', ''))).doc).toBe('(A figure )');
});
