/**
 * Lets the editor, or anything that follows the selection, read where it is now. The browser moves the caret itself,
 * for End, the arrows and a click, and reports it in a separate task: under load, a key or a command may arrive
 * before that, and would act where the caret was. Does nothing if it is already known.
 */
export function readSelection(): void {
  document.dispatchEvent(new Event('selectionchange'));
}
