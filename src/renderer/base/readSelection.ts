/**
 * Lets whoever follows the selection, as the text's editor does, know where it is now. The browser moves the caret by
 * itself, for End and the arrows and by a click, and tells so in a task of its own: in a window under load a key or a
 * command is there before it, and would act where the caret was. Who knows already does nothing.
 */
export function readSelection(): void {
  document.dispatchEvent(new Event('selectionchange'));
}
