import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import type { KeyboardEvent } from 'react';
import { newBlockId } from '#shared/document/blockId';
import { NODE_FIELD } from './nodeFieldEvents';

/** Where the node of a field stands in the story. */
export interface NodePlace {
  readonly editor: Editor;
  readonly getPos: () => number | undefined;
}

type Field = HTMLInputElement;
type Way = 1 | -1;

/** Where a key leads from a field, as from a line of text; null where it moves within the field. */
const ways: Readonly<Record<string, (field: Field) => Way | null>> = {
  Enter: () => 1,
  ArrowDown: () => 1,
  ArrowUp: () => -1,
  ArrowRight: (field) => sideways(field, isRightToLeft(field) ? -1 : 1),
  ArrowLeft: (field) => sideways(field, isRightToLeft(field) ? 1 : -1),
};

function isRightToLeft(field: Field): boolean {
  return getComputedStyle(field).direction === 'rtl';
}

function sideways({ value, selectionStart, selectionEnd }: Field, way: Way): Way | null {
  const edge = way === 1 ? value.length : 0;
  return selectionStart === edge && selectionEnd === edge ? way : null;
}

/** Leads from a field of a node to its next, and from the last (or the first) into the text around the node. */
export function leadOn(event: KeyboardEvent<Field>, place: NodePlace): void {
  if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
  const field = event.currentTarget;
  const way = ways[event.key]?.(field) ?? null;
  if (event.key === 'Escape') select(place, selectNode);
  else if (way === null) return;
  else if (!enterNextField(field, way, event.key === 'ArrowRight'))
    select(place, way === 1 ? goBehind : goBefore);
  event.preventDefault();
}

function enterNextField(field: Field, way: Way, atStart: boolean): boolean {
  const fields = [...(field.closest('[data-node-view-wrapper]')?.querySelectorAll<Field>(NODE_FIELD) ?? [])];
  const next = fields[fields.indexOf(field) + way];
  if (!next) return false;
  next.focus();
  const caret = atStart ? 0 : next.value.length;
  next.setSelectionRange(caret, caret);
  return true;
}

type Step = (transaction: Transaction, from: number, to: number) => Transaction;

function select({ editor, getPos }: NodePlace, step: Step): void {
  const from = getPos();
  const node = from === undefined ? null : editor.state.doc.nodeAt(from);
  if (from === undefined || !node) return;
  editor.view.dispatch(step(editor.state.tr, from, from + node.nodeSize).scrollIntoView());
  editor.view.focus();
}

const selectNode: Step = (tr, from) => tr.setSelection(NodeSelection.create(tr.doc, from));

/** A node that ends the story gets a paragraph to go on in. */
const goBehind: Step = (tr, _from, to) => {
  const found = Selection.findFrom(tr.doc.resolve(to), 1);
  if (found) return tr.setSelection(found);
  const paragraph = tr.doc.type.schema.nodes['paragraph']?.create({ id: newBlockId() });
  if (!paragraph) return tr;
  tr.insert(to, paragraph);
  return tr.setSelection(TextSelection.create(tr.doc, to + 1));
};

const goBefore: Step = (tr, from, to) => {
  const found = Selection.findFrom(tr.doc.resolve(from), -1);
  return found ? tr.setSelection(found) : selectNode(tr, from, to);
};
