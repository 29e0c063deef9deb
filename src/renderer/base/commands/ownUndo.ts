/** What a part of the window takes back when undo is asked for while the focus is in it; false when there is nothing. */
type TakeBack = () => boolean;

const parts = new WeakMap<Element, TakeBack>();

/** Gives a part of the window an undo of its own, before the open article's. Returns the function that ends it. */
export function givesOwnUndo(part: Element, takeBack: TakeBack): () => void {
  parts.set(part, takeBack);
  return () => void parts.delete(part);
}

/** Takes back what a part around the element has to take back; false when none has anything. */
export function takeBackAround(element: Element | null): boolean {
  for (let at = element; at; at = at.parentElement) if (parts.get(at)?.() === true) return true;
  return false;
}
