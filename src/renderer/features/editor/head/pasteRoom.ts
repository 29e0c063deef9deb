/** Where something is pasted, as the browser knows it. */
export interface PasteTarget {
  readonly value: string;
  readonly selectionStart: number | null;
  readonly selectionEnd: number | null;
}

/** How many code units of what is pasted the field has no room for: the browser leaves them out without a word. */
export function leftOutOfPaste(target: PasteTarget, pasted: string, limit: number): number {
  const { value, selectionStart, selectionEnd } = target;
  const replaced = (selectionEnd ?? 0) - (selectionStart ?? 0);
  return Math.max(0, value.length - replaced + pasted.length - limit);
}
