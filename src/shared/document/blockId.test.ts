import type { Node } from '@tiptap/pm/model';
import { history, undo } from '@tiptap/pm/history';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { keepBlockIds, lacksBlockIds, withBlockIds, withSettledIds } from './blockId';
import { schema } from './schema';
import { ad, bullets, doc, item, p } from './testing/builders';

const idsOf = (story: Node): readonly unknown[] => {
  const ids: unknown[] = [];
  story.descendants((node) => {
    if (node.isBlock) ids.push(node.attrs['id']);
  });
  return ids;
};

const counter = (): (() => string) => {
  let count = 0;
  return () => `new${(count += 1)}`;
};

test('every block gets an id, and what has one keeps it', () => {
  const story = doc(p('a'), ad({ id: 'slot' }), bullets(item(p('b'))));
  const filled = withBlockIds(story, counter());
  expect(idsOf(filled)).toEqual(['new1', 'slot', 'new2', 'new3', 'new4']);
  expect(withBlockIds(filled)).toBe(filled);
});

test('of two blocks with one id the first keeps it', () => {
  const twin = schema.node('paragraph', { id: 'x' }, schema.text('a'));
  expect(idsOf(withBlockIds(doc(twin, twin), counter()))).toEqual(['x', 'new1']);
});

test('while someone writes, new blocks get an id of their own, and undo does not see it', () => {
  const story = withBlockIds(doc(p('ab')));
  let state = EditorState.create({ doc: story, plugins: [history(), keepBlockIds()] });
  state = state.apply(state.tr.split(2));
  const ids = idsOf(state.doc);
  expect(ids[0]).toBe(idsOf(story)[0]);
  expect(ids).not.toContain(null);
  expect(new Set(ids).size).toBe(ids.length);
  state = state.apply(state.tr.insertText('c', 2));
  expect(idsOf(state.doc)).toEqual(ids);
  undo(state, (transaction) => (state = state.apply(transaction)));
  expect(state.doc.child(0).textContent).toBe('ab');
});

test('a block that is composed in gets its id when that is over', () => {
  let state = EditorState.create({ doc: doc(p('a')), plugins: [keepBlockIds()] });
  const compose = (text: string): void => {
    state = state.apply(state.tr.insertText(text, 2).setMeta('composition', 7));
  };
  compose('か');
  compose('ん');
  expect(idsOf(state.doc)).toEqual([null]);
  expect(lacksBlockIds(state)).toBe(true);
  state = state.apply(state.tr);
  expect(idsOf(state.doc)).not.toContain(null);
  expect(lacksBlockIds(state)).toBe(false);
});

test('an old body that is opened twice gets the same ids', () => {
  const story = doc(p('a'), bullets(item(p('b'))));
  expect(idsOf(withSettledIds(story))).toEqual(idsOf(withSettledIds(story)));
  expect(idsOf(withSettledIds(story))).not.toContain(null);
});
