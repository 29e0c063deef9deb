import type { HtmlElement } from '../html';
import { type PageStyles, stylesOf } from './styleSheet';
import { childrenOf, isElement, tagOf } from './tree';

/**
 * Bullets and numbers that a story's own lists also have, and values that name no marker (CSS Lists, section 3.4).
 */
const plainTypes =
  /^(?:1|disc|circle|square|none|decimal|decimal-leading-zero|inherit|initial|unset|revert|revert-layer)$/;

/** Counts of what a story holds differently from the page. */
export interface ReadingChanges {
  /** Tables that became lines. */
  readonly tables: number;
  /** Lists numbered by letters or other numerals. */
  readonly letteredLists: number;
}

/** How many numbered lists use letters, Roman or other numerals: a story's lists are numbered 1, 2, 3. */
export function countLetteredLists(root: HtmlElement, styles: PageStyles): number {
  return [...root.querySelectorAll('ol')].filter((list) => isLettered(list, styles)).length;
}

/**
 * Copies what styles say about lists into `type`, in place, for readers that see the page after its styles are
 * removed.
 */
export function nameListTypes(root: HtmlElement): void {
  const styles = stylesOf(root);
  for (const list of root.querySelectorAll('ol'))
    if (isLettered(list, styles)) list.setAttribute('type', 'a');
}

/** By `type` (HTML Standard, 4.4.5) or by style; word processors put the style on each item. */
function isLettered(list: HtmlElement, styles: PageStyles): boolean {
  const first = childrenOf(list).find((child) => isElement(child) && tagOf(child) === 'li');
  const elements = [list, ...(first !== undefined && isElement(first) ? [first] : [])];
  const [named] = elements.toReversed().flatMap((element) => typeOf(element, styles) ?? []);
  return named !== undefined && !plainTypes.test(named);
}

/** A style overrides an attribute. */
function typeOf(element: HtmlElement, styles: PageStyles): string | null {
  const declared = styles.of(element);
  const style = declared.get('list-style-type') ?? styleIn(declared.get('list-style') ?? '');
  const said = style ?? element.getAttribute('type')?.trim() ?? '';
  return said === '' ? null : said;
}

const positions = /^(?:inside|outside|url\(.*)$/;

function styleIn(shorthand: string): string | null {
  return shorthand.split(/\s+/).find((word) => word !== '' && !positions.test(word)) ?? null;
}
