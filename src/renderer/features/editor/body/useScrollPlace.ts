import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import type { OpenArticle } from '../openArticle';

/** What was at the top of the pane: a child of the text by number, or the start of the pane itself. */
interface ScrollPlace {
  readonly block: number;
  /** px from the pane's top to the block's. */
  readonly offset: number;
}

const places = new WeakMap<OpenArticle, ScrollPlace>();

/**
 * Shows the article where it was left. By block, not by pixels: blocks out of sight are not laid out yet when the
 * article comes back, and have no true height.
 */
export function useScrollPlace(article: OpenArticle, scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const pane = scroller.current;
    if (!pane) return undefined;
    let frames = 0;
    const place = places.get(article);
    // The first frame lays out what came into sight, which moves it once more.
    const restore = (left: number): void => {
      if (!place) return;
      show(pane, place);
      if (left > 0) frames = requestAnimationFrame(() => restore(left - 1));
    };
    restore(2);
    return () => {
      cancelAnimationFrame(frames);
      places.set(article, placeOf(pane));
    };
  }, [article, scroller]);
}

function blocksOf(pane: HTMLElement): readonly Element[] {
  return [...(pane.querySelector('.story-body')?.children ?? [])];
}

function placeOf(pane: HTMLElement): ScrollPlace {
  const { top } = pane.getBoundingClientRect();
  if (pane.scrollTop === 0) return { block: -1, offset: 0 };
  const blocks = blocksOf(pane);
  const block = blocks.findIndex((element) => element.getBoundingClientRect().bottom > top);
  return { block, offset: (blocks[block]?.getBoundingClientRect().top ?? top) - top };
}

function show(pane: HTMLElement, { block, offset }: ScrollPlace): void {
  const element = blocksOf(pane)[block];
  if (!element) return;
  pane.scrollTop += element.getBoundingClientRect().top - pane.getBoundingClientRect().top - offset;
}
