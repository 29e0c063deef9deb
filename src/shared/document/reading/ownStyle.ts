import type { HtmlElement } from '../html';

/**
 * Where pasted markup has its `style`, and an element that stands for a `style` element: a window's content policy
 * applies neither, and would complain of each.
 */
export const KEPT_STYLE = 'data-kept-style';
export const STYLE_SHEET = 'data-style-sheet';

/** The text of an element's own style; null for none. */
export const ownStyle = (element: HtmlElement): string | null =>
  element.getAttribute('style') ?? element.getAttribute(KEPT_STYLE);

/** Selects elements with a style of their own, or one that contains this. */
export const withOwnStyle = (containing?: string): string => {
  const value = containing === undefined ? '' : `*="${containing}" i`;
  return `[style${value}], [${KEPT_STYLE}${value}]`;
};

/** Selects what holds the rules of a page. */
export const styleSheets = `style, script[${STYLE_SHEET}]`;
