import { closeHistory } from '@tiptap/pm/history';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { Selection, TextSelection } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { documentJsonOf } from '#shared/document/document';
import { fromMarkdown } from '#shared/document/fromMarkdown';
import type { PastePlace } from './pastePlace';

/** Puts what was pasted where it belongs, as one step of undo, and says where it stands now. */
export function insertPasted(
  view: EditorView,
  slice: Slice,
  place: PastePlace = view.state.selection,
): PastePlace {
  const { tr, selection, doc } = view.state;
  const isSelection = place.from === selection.from && place.to === selection.to;
  if (!isSelection) tr.setSelection(TextSelection.between(doc.resolve(place.from), doc.resolve(place.to)));
  const only = onlyNode(slice);
  if (only === null) tr.replaceSelection(slice);
  else tr.replaceSelectionWith(only, false);
  if (!isSelection) tr.setSelection(selection.map(tr.doc, tr.mapping));
  else tr.scrollIntoView();
  dispatchAlone(view, tr.setMeta('paste', true).setMeta('uiEvent', 'paste'));
  return { from: tr.mapping.map(place.from, -1), to: tr.mapping.map(place.to, 1) };
}

/** The text at `place`, which came as it was, read as Markdown: a step of its own, so that undo gives the text back. */
export function readAsMarkdown(view: EditorView, place: PastePlace, text: string): void {
  const { tr, schema } = view.state;
  const content = Fragment.fromJSON(schema, documentJsonOf(fromMarkdown(text)).content);
  tr.replaceRange(place.from, place.to, new Slice(content, 0, 0));
  const end = tr.mapping.map(place.to, 1);
  tr.setSelection(Selection.near(tr.doc.resolve(end), -1)).scrollIntoView();
  dispatchAlone(view, tr);
}

/** Keeps what was typed just before and comes right after out of a transaction's step of undo. */
function dispatchAlone(view: EditorView, tr: Transaction): void {
  view.dispatch(closeHistory(tr));
  view.dispatch(closeHistory(view.state.tr));
}

function onlyNode({ content, openStart, openEnd }: Slice): Node | null {
  return openStart === 0 && openEnd === 0 && content.childCount === 1 ? content.firstChild : null;
}
