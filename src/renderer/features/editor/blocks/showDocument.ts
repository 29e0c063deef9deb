import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';

/** Marks a transaction that shows what the store holds: it is no edit, and can't be undone here. */
export const FROM_STORE = 'fromStore';

/**
 * Shows another writer's document by replacing only the part that differs, so that the caret and the undo history
 * stay where they are. Null when the two are the same.
 */
export function showDocument(state: EditorState, next: Node): Transaction | null {
  const start = state.doc.content.findDiffStart(next.content);
  if (start === null) return null;
  const end = state.doc.content.findDiffEnd(next.content);
  if (!end) return null;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  return state.tr
    .replace(start, end.a + overlap, next.slice(start, end.b + overlap))
    .setMeta('addToHistory', false)
    .setMeta(FROM_STORE, true);
}
