import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withBlockIds } from '#shared/document/blockId';
import { moveSelected } from '#shared/document/moveBlock';
import { schema } from '#shared/document/schema';
import { arbitraryDocument } from '#shared/document/testing/arbitraryDocument';
import { arbitraryEdits, edited } from '#shared/document/testing/arbitraryEdits';
import { lockedSlotKey, removeBlock, typeUnderBlock } from './blocks';
import { FROM_STORE, showDocument } from './showDocument';

const p = (text = ''): Node => schema.node('paragraph', null, text === '' ? [] : schema.text(text));
const slot = (locked = false): Node => schema.node('adSlot', { slotKey: 'in-article-1', locked });
const figure = (): Node => schema.node('figure', { caption: 'A quay' });
const doc = (...blocks: readonly Node[]): Node => schema.node('doc', null, [...blocks]);

function selecting(story: Node, index: number): EditorState {
  let pos = 0;
  for (let before = 0; before < index; before += 1) pos += story.child(before).nodeSize;
  return EditorState.create({ doc: story, selection: NodeSelection.create(story, pos) });
}

/** The state after a command, or null when the command was not for it. */
function after(state: EditorState, command: Command): EditorState | null {
  let next = state;
  return command(state, (tr) => (next = state.apply(tr))) ? next : null;
}

const shape = (state: EditorState | null) =>
  state?.doc.children.map((block) => block.textContent || block.type.name);

describe('a figure that is selected', () => {
  it('moves over its neighbour and stays selected', () => {
    const moved = after(selecting(doc(p('One'), figure(), p('Two')), 1), moveSelected('down'));
    expect(shape(moved)).toEqual(['One', 'Two', 'figure']);
    expect(moved?.selection).toBeInstanceOf(NodeSelection);
  });

  it('leaves the keys alone at the edge, and while a caret is in text', () => {
    expect(after(selecting(doc(figure(), p('One')), 0), moveSelected('up'))).toBeNull();
    const caret = EditorState.create({ doc: doc(p('One'), p('Two')), schema });
    expect(after(caret, moveSelected('down'))).toBeNull();
  });
});

describe('an ad slot that is selected', () => {
  it('moves by keys as a figure does, unless it is locked', () => {
    expect(shape(after(selecting(doc(slot(), p('One')), 0), moveSelected('down')))).toEqual([
      'One',
      'adSlot',
    ]);
    expect(after(selecting(doc(slot(true), p('One')), 0), moveSelected('down'))).toBeNull();
  });

  it('is not replaced by what is typed: that goes under it', () => {
    const typed = after(selecting(doc(p('One'), slot(), p('Two')), 1), typeUnderBlock('x'));
    expect(shape(typed)).toEqual(['One', 'adSlot', 'x', 'Two']);
    expect(typed?.selection.$from.parent.textContent).toBe('x');
  });

  it('is kept from the Delete key only while it is locked', () => {
    expect(lockedSlotKey(selecting(doc(slot(true)), 0))).toBe('in-article-1');
    expect(lockedSlotKey(selecting(doc(slot()), 0))).toBeNull();
  });

  it('leaves a paragraph to write in when it was all there was', () => {
    expect(shape(after(selecting(doc(slot()), 0), removeBlock(0)))).toEqual(['paragraph']);
  });
});

describe('showing another writer’s text', () => {
  const mine = doc(p('One'), p('Two'), p('Three'));
  const caret = EditorState.create({ doc: mine, selection: TextSelection.create(mine, 13) });

  it('changes only what differs, so the caret keeps its place in the words', () => {
    const tr = showDocument(caret, doc(p('One'), p('Two and a half'), p('Three')));
    const shown = tr && caret.apply(tr);
    expect(shown?.doc.toString()).toContain('Two and a half');
    expect(shown?.selection.$from.parent.textContent).toBe('Three');
    expect(shown?.selection.$from.parentOffset).toBe(caret.selection.$from.parentOffset);
  });

  it('changes each place separately: words before and after the caret come in, and it stays', () => {
    const tr = showDocument(caret, doc(p('New'), p('One and'), p('Two'), p('Three'), p('Four')));
    const shown = tr && caret.apply(tr);
    expect(shape(shown)).toEqual(['New', 'One and', 'Two', 'Three', 'Four']);
    expect(shown?.selection.$from.parent.textContent).toBe('Three');
    expect(shown?.selection.$from.parentOffset).toBe(caret.selection.$from.parentOffset);
  });

  it('takes over the ids of a text that had none or others, and the caret stays', () => {
    const named = (id: string, text: string): Node => schema.node('paragraph', { id }, schema.text(text));
    const tr = showDocument(caret, doc(named('a', 'One'), named('b', 'Two and'), named('c', 'Three')));
    const shown = tr && caret.apply(tr);
    expect(shown?.doc.children.map((block) => block.attrs['id'] as unknown)).toEqual(['a', 'b', 'c']);
    expect(shown?.selection.$from.parent.textContent).toBe('Three');
  });

  it('comes to that text from whatever stands there', () => {
    const pairs = fc.tuple(arbitraryDocument, fc.boolean(), arbitraryEdits);
    fc.assert(
      fc.property(pairs, ([story, hasIds, edits]) => {
        const old = hasIds ? withBlockIds(story) : story;
        const next = edited(old, edits, 'theirs');
        const state = EditorState.create({ doc: old });
        expect(state.apply(showDocument(state, next) ?? state.tr).doc.toJSON()).toEqual(next.toJSON());
      }),
      { numRuns: 100 },
    );
  });

  it('says that it is not an edit', () => {
    expect(showDocument(caret, doc(p('Other')))?.getMeta(FROM_STORE)).toBe(true);
  });

  it('does nothing for the same text', () => {
    expect(showDocument(caret, doc(p('One'), p('Two'), p('Three')))).toBeNull();
  });

  it.each([
    [['aa'], ['aaa']],
    [['aaa'], ['aa']],
    [['One', 'One'], ['One']],
    [['One'], ['One', 'One', 'One']],
  ])('turns %j into %j', (from, to) => {
    const state = EditorState.create({ doc: doc(...from.map(p)) });
    const tr = showDocument(state, doc(...to.map(p)));
    expect(tr && state.apply(tr).doc.children.map((block) => block.textContent)).toEqual(to);
  });
});
