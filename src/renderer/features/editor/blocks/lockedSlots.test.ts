import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { schema } from '#shared/document/schema';
import { keepLockedSlots } from './lockedSlots';

const p = (text: string): Node => schema.node('paragraph', null, text === '' ? [] : schema.text(text));
const slot = (id: string, locked: boolean): Node =>
  schema.node('adSlot', { id, slotKey: 'in-article-1', locked });

const stateOf = (...blocks: readonly Node[]): EditorState =>
  EditorState.create({
    doc: schema.node('doc', null, [...blocks]),
    plugins: [keepLockedSlots(vi.fn<(keys: readonly string[]) => void>())],
  });

const shape = ({ doc }: EditorState) => doc.children.map((block) => block.textContent || block.type.name);

it('keeps a locked slot between what is left of the text on its two sides', () => {
  const state = stateOf(p('One'), slot('a', true), p('Two'));
  expect(shape(state.apply(state.tr.delete(2, 8)))).toEqual(['O', 'adSlot', 'wo']);
  expect(shape(state.apply(state.tr.insertText('x', 2, 8)))).toEqual(['Ox', 'adSlot', 'wo']);
  expect(shape(state.apply(state.tr.delete(1, 8)))).toEqual(['adSlot', 'wo']);
  expect(shape(state.apply(state.tr.delete(2, 10)))).toEqual(['O', 'adSlot']);
});

it('lets go of one that is free, and of one that was unlocked before', () => {
  const state = stateOf(p('One'), slot('a', false), p('Two'));
  expect(shape(state.apply(state.tr.delete(2, 8)))).toEqual(['Owo']);
});

it('loses no locked slot and changes their order by no deletion', () => {
  const block = fc.oneof(
    fc.string({ maxLength: 4 }).map((text) => p(text.replace(/[^a-z]/gu, 'x'))),
    fc.boolean().map((isLocked) => slot('s', isLocked)),
  );
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (blocks, one, other) => {
      const state = stateOf(p('start'), ...blocks.map(withOwnId), p('end'));
      const size = state.doc.content.size + 1;
      const [from = 0, to = 0] = [one % size, other % size].toSorted((a, b) => a - b);
      const selected = state.apply(
        state.tr.setSelection(TextSelection.between(state.doc.resolve(from), state.doc.resolve(to))),
      );
      const after = selected.apply(selected.tr.deleteSelection());
      after.doc.check();
      expect(lockedIds(after)).toEqual(lockedIds(state));
    }),
  );
});

const withOwnId = (node: Node, index: number): Node =>
  node.type.name === 'adSlot' ? slot(`s${index}`, node.attrs['locked'] === true) : node;

const lockedIds = ({ doc }: EditorState) =>
  doc.children.filter(({ attrs }) => attrs['locked'] === true).map(({ attrs }) => String(attrs['id']));
