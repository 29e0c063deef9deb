/** Undoes something in a part of the window while the focus is in it; false when there is nothing to undo. */
type TakeBack = () => boolean;

const parts = new WeakMap<Element, TakeBack>();

/** Gives a part of the window an undo of its own, ahead of the open article's. Returns the function that ends it. */
export function givesOwnUndo(part: Element, takeBack: TakeBack): () => void {
  parts.set(part, takeBack);
  return () => void parts.delete(part);
}

/** Undoes something in a part around the element; false when none has anything to undo. */
export function takeBackAround(element: Element | null): boolean {
  for (let at = element; at; at = at.parentElement) if (parts.get(at)?.() === true) return true;
  return false;
}
