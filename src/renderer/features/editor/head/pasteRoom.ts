/** Where something is pasted, as the browser describes it. */
export interface PasteTarget {
  readonly value: string;
  readonly selectionStart: number | null;
  readonly selectionEnd: number | null;
}

/** How many code units of a paste do not fit in the field: the browser silently leaves them out. */
export function leftOutOfPaste(target: PasteTarget, pasted: string, limit: number): number {
  const { value, selectionStart, selectionEnd } = target;
  const replaced = (selectionEnd ?? 0) - (selectionStart ?? 0);
  return Math.max(0, value.length - replaced + pasted.length - limit);
}
