import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** Keys by which a browser moves the caret, or the end of a selection, further than its own block. */
const farKeys: ReadonlySet<string> = new Set(['Home', 'End', 'PageUp', 'PageDown', 'ArrowUp', 'ArrowDown']);

/**
 * Lays the whole text out while a key moves the caret far. In a block that `content-visibility` has not drawn Chromium
 * knows only the beginning: Ctrl+End would end before the last paragraph, and a selection to the end without it.
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

/** An arrow alone goes to the block beside, which is drawn; with a modifier it may go to either end. */
function isFar({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.startsWith('Page') || ctrlKey || metaKey || altKey;
}

/** Until the browser has carried the key out and drawn where it led. */
function layOut(dom: HTMLElement): void {
  dom.classList.add('is-laid-out');
  requestAnimationFrame(() => requestAnimationFrame(() => dom.classList.remove('is-laid-out')));
}
