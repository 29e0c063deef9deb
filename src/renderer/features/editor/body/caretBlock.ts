import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/**
 * Marks the block that holds the caret, which must be laid out always: in a block that `content-visibility` has
 * not yet drawn, as a new paragraph is until the next frame, Chromium puts quickly typed text in the wrong place.
 */
export const CaretBlock = Extension.create({
  name: 'caretBlock',
  addProseMirrorPlugins: () => [new Plugin({ props: { decorations: markCaretBlock } })],
});

function markCaretBlock({ doc, selection: { $head } }: EditorState): DecorationSet | null {
  if ($head.depth === 0) return null;
  return DecorationSet.create(doc, [
    Decoration.node($head.before(1), $head.after(1), { class: 'has-caret' }),
  ]);
}
