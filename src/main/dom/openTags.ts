import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Placed } from './placedText';
import { isElement, isHead, isOfHtml, place, withAllUnder, wordsOf } from './placedText';

/**
 * Elements that swallow the rest of a page as their own text if no tag closes them: a browser then shows it as tags
 * in a box, or not at all.
 */
const swallowing: ReadonlySet<string> = new Set(
  'select textarea title noscript iframe xmp noembed noframes'.split(' '),
);

/** The most that a page with unclosed tags may cost: each round reads all of it. */
const MOST_ROUNDS = 5;

/**
 * The page with the tags blanked out that open such an element and are never closed, so that its rest is read as a
 * page. A tag that keeps a word visible stays.
 */
export function withoutOpenTags(page: string): string {
  if (!mayBeOpen(page)) return page;
  let read = place(page);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const open = firstOpen(read);
    if (open === null) break;
    const next = place(withoutTags(read.page, open));
    if (!holdsAll(next, read, open)) break;
    read = next;
  }
  return read.page;
}

/** A quick check before the page is read again for it: no such element is closed after the last one that opens. */
function mayBeOpen(page: string): boolean {
  const small = page.toLowerCase();
  return [...swallowing].some((name) => small.lastIndexOf(`<${name}`) > small.lastIndexOf(`</${name}`));
}

function firstOpen({ page, tree }: Placed): Tree.Element | null {
  for (const node of withAllUnder(tree.childNodes)) if (isElement(node) && isOpen(node, page)) return node;
  return null;
}

function isOpen(element: Tree.Element, page: string): boolean {
  const { startTag, endTag } = element.sourceCodeLocation ?? {};
  if (!swallowing.has(element.tagName) || startTag === undefined || endTag !== undefined) return false;
  // In SVG, a tag may close itself (HTML Standard, 13.2.6.5).
  return isOfHtml(element) || page[startTag.endOffset - 2] !== '/';
}

/** The page with an element's start tag, and those of its options, blanked out. */
function withoutTags(page: string, element: Tree.Element): string {
  const options = [...withAllUnder(element.childNodes)].filter(isElement).filter(isOption);
  const tags = [element, ...options].flatMap(({ sourceCodeLocation }) => sourceCodeLocation?.startTag ?? []);
  const read = tags
    .toSorted((one, other) => one.startOffset - other.startOffset)
    .reduce((all, tag) => (all + page.slice(all.length, tag.startOffset)).padEnd(tag.endOffset), '');
  return read + page.slice(read.length);
}

function isOption({ tagName }: Tree.Element): boolean {
  return tagName === 'option' || tagName === 'optgroup';
}

/**
 * Whether each word from the element on is still in the page, in its place: a tag that did not count inside the
 * element may now hide what follows it, in the element or after. What ends up in the head is not visible.
 */
function holdsAll(read: Placed, before: Placed, element: Tree.Element): boolean {
  const start = element.sourceCodeLocation?.startOffset ?? 0;
  const kept = wordsOf(read, isHead(element.parentNode));
  for (const { 0: word, index } of wordsOf(before, true)
    .slice(start)
    .matchAll(/[\p{L}\p{N}]+/gu))
    if (!kept.startsWith(word, start + index)) return false;
  return true;
}
