/** A rectangle in CSS pixels, from the window's top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Box, 'width' | 'height'>;
type Point = Pick<Box, 'left' | 'top'>;

/** Between the part and what stands beside it. */
const GAP = 14;
/** To the window's edge, at least. */
const MARGIN = 8;

/** Centred on a stretch of the window as long as `part`, and no nearer to either edge than the margin. */
const centred = (start: number, part: number, own: number, whole: number): number =>
  clamped(start + (part - own) / 2, own, whole);

const clamped = (start: number, own: number, whole: number): number =>
  Math.max(MARGIN, Math.min(start, whole - own - MARGIN));

/**
 * Where a card stands beside a part of the window: right of it, left, below or above, whichever has room first. Where
 * none has, it covers as little of the part as it can, at the foot of the window.
 */
export function placeBeside(part: Box, card: Size, window: Size): Point {
  const top = centred(part.top, part.height, card.height, window.height);
  const left = centred(part.left, part.width, card.width, window.width);
  const [right, bottom] = [part.left + part.width, part.top + part.height];
  const places: readonly (Point & { readonly fits: boolean })[] = [
    { left: right + GAP, top, fits: right + GAP + card.width + MARGIN <= window.width },
    { left: part.left - GAP - card.width, top, fits: part.left - GAP - card.width >= MARGIN },
    { left, top: bottom + GAP, fits: bottom + GAP + card.height + MARGIN <= window.height },
    { left, top: part.top - GAP - card.height, fits: part.top - GAP - card.height >= MARGIN },
  ];
  const found = places.find(({ fits }) => fits);
  if (found) return { left: found.left, top: found.top };
  return { left, top: clamped(window.height, card.height, window.height) };
}
