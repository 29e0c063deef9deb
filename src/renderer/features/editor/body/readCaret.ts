import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** What acts on the caret, or on what is selected. */
const actions = ['keydown', 'compositionstart', 'pointerdown'] as const;

/**
 * Lets the editor know where the caret is before anything acts on it. The browser moves it by itself, for End and the
 * arrows and by a click, and tells so in a task of its own; input goes before other tasks, so in a window under load
 * the next key is there first, and would act where the caret was.
 */
export const ReadCaret = Extension.create({
  name: 'readCaret',
  addProseMirrorPlugins: () => [new Plugin({ view: readBeforeActions })],
});

function readBeforeActions(view: EditorView): { readonly destroy: () => void } {
  const { defaultView: window } = view.dom.ownerDocument;
  const read = (event: Event): void => {
    const isComposing = view.composing || (event instanceof KeyboardEvent && event.isComposing);
    // What the editor listens to anyway: it compares, and does nothing where the caret stands as it knows.
    if (!isComposing && view.hasFocus()) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
  };
  for (const action of actions) window?.addEventListener(action, read, true);
  return {
    destroy: () => {
      for (const action of actions) window?.removeEventListener(action, read, true);
    },
  };
}
