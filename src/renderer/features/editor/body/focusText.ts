import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';

/**
 * Gives the text the focus at once, with its caret where it was or at the start. TipTap's own command waits for a
 * frame, and anything typed until then would go to what had the focus before.
 */
export function focusText({ view }: Editor, at: 'caret' | 'start' = 'caret'): void {
  const { tr } = view.state;
  if (at === 'start') view.dispatch(tr.setSelection(Selection.atStart(tr.doc)).scrollIntoView());
  view.focus();
}
