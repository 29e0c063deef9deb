import { closeHistory } from '@tiptap/pm/history';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { Selection, TextSelection, Plugin, PluginKey } from '@tiptap/pm/state';
import type { Transaction, EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { documentJsonOf } from '#shared/document/document';
import { fromMarkdown } from '#shared/document/fromMarkdown';

/** Where something that is still being read is to go, while the writer continues. */
export interface PastePlace {
  readonly from: number;
  readonly to: number;
}

type Places = ReadonlyMap<number, PastePlace>;
type Change = { readonly id: number; readonly place: PastePlace | null };

const key = new PluginKey<Places>('pastePlaces');

/** Remembers places, and moves them as the text around them changes. */
export const pastePlaces = (): Plugin<Places> =>
  new Plugin<Places>({
    key,
    state: {
      init: () => new Map(),
      apply(transaction, places) {
        const change = transaction.getMeta(key) as Change | undefined;
        if (change === undefined && places.size === 0) return places;
        const moved = new Map([...places].map(([id, place]) => [id, map(place, transaction)]));
        if (change?.place === null) moved.delete(change.id);
        else if (change !== undefined) moved.set(change.id, change.place);
        return moved;
      },
    },
  });

function map({ from, to }: PastePlace, { mapping }: Transaction): PastePlace {
  return { from: mapping.map(from, 1), to: mapping.map(to, 1) };
}

/** The transaction that remembers a place under a number, or with null forgets it. */
export function rememberPlace(state: EditorState, id: number, place: PastePlace | null): Transaction {
  return state.tr.setMeta(key, { id, place } satisfies Change).setMeta('addToHistory', false);
}

export function placeOf(state: EditorState, id: number): PastePlace | null {
  return key.getState(state)?.get(id) ?? null;
}

/** Inserts what was pasted where it belongs, as one undo step, and returns its place. */
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

/**
 * The text at `place`, which was pasted as plain text, read as Markdown: a separate step, so that undo gives the text
 * back.
 */
export function readAsMarkdown(view: EditorView, place: PastePlace, text: string): void {
  const { tr, schema } = view.state;
  const content = Fragment.fromJSON(schema, documentJsonOf(fromMarkdown(text)).content);
  tr.replaceRange(place.from, place.to, new Slice(content, 0, 0));
  const end = tr.mapping.map(place.to, 1);
  tr.setSelection(Selection.near(tr.doc.resolve(end), -1)).scrollIntoView();
  dispatchAlone(view, tr);
}

/** Keeps typing just before and right after out of a transaction's undo step. */
function dispatchAlone(view: EditorView, tr: Transaction): void {
  view.dispatch(closeHistory(tr));
  view.dispatch(closeHistory(view.state.tr));
}

function onlyNode({ content, openStart, openEnd }: Slice): Node | null {
  return openStart === 0 && openEnd === 0 && content.childCount === 1 ? content.firstChild : null;
}
