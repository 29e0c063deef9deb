/** ms after which the editor, too, has read the result of a composition: ProseMirror waits for 20. */
const READ = 40;

let composing = false;
let number = 0;
let ended: ReturnType<typeof setTimeout> | undefined;
const waiting = new Set<() => void>();

/** Whether an input method or a dead key is composing a word anywhere in this window, or just was. */
export function isComposing(): boolean {
  return composing;
}

/** Distinguishes one composition from the next; null while nothing is being composed. */
export function compositionNumber(): number | null {
  return composing ? number : null;
}

/**
 * Runs something that may redraw the text being written: at once, or after the current composition, which would
 * otherwise be cut off and its text doubled. Returns the function that cancels it.
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
  number += 1;
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

/** A field removed during composition reports no end: the next one to get the focus does. */
function onFocus(): void {
  if (composing) onEnd();
}

/** How Chromium names a key that an input method is about to take. */
const taken = new Set(['Process', 'Unidentified', 'Dead']);

/** A key taken by an input method means nothing here: Enter and Escape then choose or drop a candidate. */
function keepFromHandlers(event: KeyboardEvent): void {
  const isTaken = event.keyCode === 229 && event.key.length > 1 && !taken.has(event.key);
  if (event.isComposing || isTaken) event.stopImmediatePropagation();
  // Otherwise a search field would clear itself.
  if (isTaken) event.preventDefault();
}

/** Watches the window's compositions, before anything in the page sees them. Returns the function that stops it. */
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
