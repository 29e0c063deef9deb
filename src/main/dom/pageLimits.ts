import type { TreeAdapter } from 'parse5';
import type { LinkedomMap } from './linkedomTree';

/** How much of a page is read, so that no page takes longer than its length suggests. */
export interface PageLimits {
  /** UTF-16 code units. */
  readonly letters: number;
  /** Tags and comments in the source. */
  readonly tags: number;
  /** Elements the parser makes of them: an unclosed tag becomes one in each paragraph (HTML Standard, 13.2.4.3). */
  readonly elements: number;
  /** Elements open at once. */
  readonly depth: number;
  /** Rules in its style elements times tags: each rule may have to be tried on each element. */
  readonly styles: number;
}

/** A page over its limits. */
export class PageTooLarge extends Error {
  override readonly name = 'PageTooLarge';

  constructor(readonly what: keyof PageLimits) {
    super(`a page with too many ${what}`);
  }
}

/** What can be counted before anything is parsed. Throws {@link PageTooLarge}. */
export function refuseTooLong(html: string, { letters, tags, styles }: PageLimits): void {
  if (html.length > letters) throw new PageTooLarge('letters');
  const written = count(html, '<');
  if (written > tags) throw new PageTooLarge('tags');
  if (/<style/i.test(html) && count(html, '{') * written > styles) throw new PageTooLarge('styles');
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
}

/** The same tree, which cannot grow past the limits: the parser stops there with {@link PageTooLarge}. */
export function bounded(
  tree: TreeAdapter<LinkedomMap>,
  { elements, depth }: PageLimits,
): TreeAdapter<LinkedomMap> {
  let [made, open] = [0, 0];
  return {
    ...tree,
    createElement: (name, namespace, attributes) => {
      made += 1;
      if (made > elements) throw new PageTooLarge('elements');
      return tree.createElement(name, namespace, attributes);
    },
    onItemPush: () => {
      open += 1;
      if (open > depth) throw new PageTooLarge('depth');
    },
    onItemPop: () => {
      open -= 1;
    },
  };
}
