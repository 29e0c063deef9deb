import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';

/** Where something that is still being read is to come, while the writer writes on. */
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
