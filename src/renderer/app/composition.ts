/** ms after which the editor, too, has read what a composition left: ProseMirror waits for 20. */
const READ = 40;

let composing = false;
let ended: ReturnType<typeof setTimeout> | undefined;
const waiting = new Set<() => void>();

/** Whether an input method or a dead key is composing a word anywhere in this window, or did a moment ago. */
export function isComposing(): boolean {
  return composing;
}

/**
 * Runs something that may redraw what is being written: at once, or after the composition that is on its way, which
 * would be cut off and its text doubled. Returns what calls it off.
 */
export function afterComposition(run: () => void): () => void {
  if (!composing) run();
  else waiting.add(run);
  return () => waiting.delete(run);
}

/** Resolves once no word is being composed in this window. */
export function composed(): Promise<void> {
  return new Promise((resolve) => void afterComposition(resolve));
}

function onStart(): void {
  clearTimeout(ended);
  composing = true;
}

function onEnd(): void {
  clearTimeout(ended);
  ended = setTimeout(() => {
    composing = false;
    const due = [...waiting];
    waiting.clear();
    for (const run of due) run();
  }, READ);
}

/** A field that was taken away while it was composed in tells of no end: the next that gets the focus does. */
function onFocus(): void {
  if (composing) onEnd();
}

/** How Chromium names a key that an input method is about to take. */
const TAKEN = ['Process', 'Unidentified', 'Dead'];

/** A key that an input method took means nothing here: Enter and Escape choose or drop a candidate then. */
function keepFromHandlers(event: KeyboardEvent): void {
  const startsComposition = event.key.length === 1 || TAKEN.includes(event.key);
  if (event.isComposing || (event.keyCode === 229 && !startsComposition)) event.stopImmediatePropagation();
}

/** Watches the window's compositions, before anything in the page hears of them. Returns what stops it. */
export function listenToInputMethods(): () => void {
  window.addEventListener('compositionstart', onStart, true);
  window.addEventListener('compositionend', onEnd, true);
  window.addEventListener('focusin', onFocus, true);
  window.addEventListener('keydown', keepFromHandlers, true);
  return () => {
    window.removeEventListener('compositionstart', onStart, true);
    window.removeEventListener('compositionend', onEnd, true);
    window.removeEventListener('focusin', onFocus, true);
    window.removeEventListener('keydown', keepFromHandlers, true);
  };
}
