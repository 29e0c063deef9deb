import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { readSelection } from '#renderer/base/readSelection';

/** What acts on the caret, or on what is selected; input goes before all other tasks. Commands read it themselves. */
const actions = ['keydown', 'compositionstart', 'pointerdown'] as const;

/** Lets the editor know where the caret is before anything acts on it: see {@link readSelection}. */
export const ReadCaret = Extension.create({
  name: 'readCaret',
  addProseMirrorPlugins: () => [new Plugin({ view: readBeforeActions })],
});

function readBeforeActions(view: EditorView): { readonly destroy: () => void } {
  const read = (event: Event): void => {
    const isComposing = view.composing || (event instanceof KeyboardEvent && event.isComposing);
    if (!isComposing && view.hasFocus()) readSelection();
  };
  for (const action of actions) window.addEventListener(action, read, true);
  return {
    destroy: () => {
      for (const action of actions) window.removeEventListener(action, read, true);
    },
  };
}
