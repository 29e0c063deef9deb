import { Extension } from '@tiptap/core';
import { Plugin, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { EditorView } from '@tiptap/pm/view';
import { readSelection } from '#renderer/base/readSelection';

/** What acts on the caret, or on what is selected; input goes before all other tasks. Commands read it themselves. */
const actions = ['keydown', 'compositionstart', 'pointerdown'] as const;

/** Lets the editor know where the caret is before anything acts on it: see {@link readSelection}. */
export const ReadCaret = Extension.create({
  name: 'readCaret',
  addProseMirrorPlugins: () => [new Plugin({ view: readBeforeActions })],
});

/** Where a selection is; two of the same place are the same. */
type Place = readonly [anchor: Node | null, anchorOffset: number, focus: Node | null, focusOffset: number];

function placeNow(): Place | null {
  const selection = document.getSelection();
  if (!selection) return null;
  return [selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset];
}

function readBeforeActions(view: EditorView): { readonly destroy: () => void } {
  /** What the editor was told last: that once more would cost each key press its way through the page. */
  let told: Place | null = null;
  const remember = (): void => {
    told = view.hasFocus() ? placeNow() : null;
  };
  const isKnown = (): boolean => {
    const now = placeNow();
    return now !== null && told !== null && told.every((part, index) => part === now[index]);
  };
  const read = (event: Event): void => {
    const isComposing = view.composing || (event instanceof KeyboardEvent && event.isComposing);
    if (!isComposing && view.hasFocus() && !isKnown()) readSelection();
  };
  document.addEventListener('selectionchange', remember);
  for (const action of actions) window.addEventListener(action, read, true);
  return {
    destroy: () => {
      document.removeEventListener('selectionchange', remember);
      for (const action of actions) window.removeEventListener(action, read, true);
    },
  };
}

/** Keys by which a browser moves the caret, or the end of a selection, further than its own block. */
const farKeys: ReadonlySet<string> = new Set(['Home', 'End', 'PageUp', 'PageDown', 'ArrowUp', 'ArrowDown']);

/**
 * Lays out the whole text while a key moves the caret far. In a block that `content-visibility` has not drawn,
 * Chromium knows only the beginning: Ctrl+End would stop before the last paragraph, and a selection to the end would
 * leave it out.
 */
export const FarMoves = Extension.create({
  name: 'farMoves',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: ({ dom }, event) => {
            if (farKeys.has(event.key) && isFar(event)) layOut(dom);
            return false;
          },
        },
      },
    }),
  ],
});

/** An arrow alone goes to the next block, which is drawn; with a modifier it may go to either end. */
function isFar({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.startsWith('Page') || ctrlKey || metaKey || altKey;
}

/** Until the browser has handled the key and drawn where it led. */
function layOut(dom: HTMLElement): void {
  dom.classList.add('is-laid-out');
  requestAnimationFrame(() => requestAnimationFrame(() => dom.classList.remove('is-laid-out')));
}

/**
 * Marks the block with the caret, which must always be laid out: in a block that `content-visibility` has not drawn
 * yet, as a new paragraph is until the next frame, Chromium puts quickly typed text in the wrong place.
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
