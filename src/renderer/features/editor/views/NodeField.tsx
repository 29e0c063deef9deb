import type { Editor } from '@tiptap/core';
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import type { KeyboardEvent } from 'react';
import { newBlockId } from '#shared/document/blockId';
import { oneLine } from '#shared/domain/fields';
import { useLiveText, typedChange } from '../fields/useLiveText';
import { TYPED } from '../history/wordsInHistory';
import { NODE_FIELD } from './nodeFieldEvents';

interface NodeFieldProps {
  readonly place: NodePlace;
  /** The node's attribute that is typed here: one line of text. */
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
}

/**
 * A field in a node's view. Anything typed at a node, apart from its content, is typed in one of these: it behaves as
 * the fields above the text do, and the keys lead from one to the next and out into the text.
 */
export function NodeField({ place, name, label, placeholder }: NodeFieldProps) {
  const { editor } = place;
  const live = useLiveText<HTMLInputElement>({
    current: () => attributeOf(place, name),
    keep: (text) => setAttribute(place, name, oneLine(text)),
  });
  return (
    <input
      type="text"
      aria-label={label}
      placeholder={placeholder}
      dir="auto"
      readOnly={!editor.isEditable}
      data-field={name}
      data-node-field
      {...live}
      onKeyDown={(event) => leadOn(event, place)}
    />
  );
}

function attributeOf({ editor, getPos }: NodePlace, name: string): string {
  const at = getPos();
  return String((at === undefined ? null : editor.state.doc.nodeAt(at)?.attrs[name]) ?? '');
}

function setAttribute(place: NodePlace, name: string, text: string): void {
  const { editor, getPos } = place;
  const at = getPos();
  const before = attributeOf(place, name);
  if (at === undefined || text === before) return;
  const typed = typedChange(`${name} of ${String(editor.state.doc.nodeAt(at)?.attrs['id'])}`, before, text);
  const change = editor.state.tr.setNodeAttribute(at, name, text);
  editor.view.dispatch(typed ? change.setMeta(TYPED, typed) : change);
}

/** The position of a field's node in the story. */
interface NodePlace {
  readonly editor: Editor;
  readonly getPos: () => number | undefined;
}

type Field = HTMLInputElement;
type Way = 1 | -1;

/** Where a key leads from a field, as from a line of text; null if it moves within the field. */
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

/** Moves from a field of a node to its next, and from the last (or first) into the text around the node. */
function leadOn(event: KeyboardEvent<Field>, place: NodePlace): void {
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

/** A node at the end of the story gets a paragraph after it for writing on. */
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
