import { type RefObject, useLayoutEffect, useState } from 'react';
import { type Box, placeBeside } from './placeBeside';

/** Where the part that is pointed at is, and the card beside it. */
export interface Place {
  readonly part: Box;
  readonly card: Pick<Box, 'left' | 'top'>;
}

const isShown = (element: Element): boolean => element.checkVisibility() && element.clientWidth > 0;

function shownPart(selectors: readonly string[]): Element | null {
  const found = selectors.flatMap((selector) => [...document.querySelectorAll(selector)]);
  return found.find(isShown) ?? null;
}

/** Where nothing of it is shown: nothing is pointed at, and the card stands in the middle. */
const nowhere = (): Box => ({ left: innerWidth / 2, top: innerHeight / 2, width: 0, height: 0 });

function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}

/** Follows the first of these parts that is shown, and where the card belongs. Null until the card is drawn. */
export function usePlace(selectors: readonly string[], card: RefObject<HTMLElement | null>): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  useLayoutEffect(() => {
    const measure = () => {
      const drawn = card.current;
      if (!drawn) return;
      const found = shownPart(selectors);
      const part = found ? boxOf(found) : nowhere();
      const { offsetWidth: width, offsetHeight: height } = drawn;
      const window = { width: innerWidth, height: innerHeight };
      setPlace({ part, card: placeBeside(part, { width, height }, window) });
    };
    measure();
    // The panes fold, and banners come and go.
    const observer = new ResizeObserver(measure);
    for (const pane of document.querySelectorAll('[data-pane]')) observer.observe(pane);
    if (card.current) observer.observe(card.current);
    addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      removeEventListener('resize', measure);
    };
  }, [selectors, card]);
  return place;
}
