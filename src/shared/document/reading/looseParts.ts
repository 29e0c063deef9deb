import type { HtmlElement, HtmlNode } from '../html';
import { hasText, isElement, isText, make, parentOf, renamed, replace, tagOf } from './tree';

/** Blocks that ProseMirror would read as part of the line around them: the words of two cells are not one word. */
const apart = 'td, th, caption, dt, summary, details, legend, main, nav, center, search, menu, dir';

/**
 * Fixes, in place, parts of a page that the schema's rules would run together: items outside a list are put into one,
 * as a browser draws them, and unknown blocks become plain ones.
 */
export function settleLooseParts(root: HtmlElement): void {
  for (const item of root.querySelectorAll('li')) gatherItems(item);
  for (const block of [...root.querySelectorAll(apart)].toReversed()) replace(block, [renamed(block, 'div')]);
}

function gatherItems(item: HtmlElement): void {
  const parent = parentOf(item);
  if (parent === null || /^[uo]l$/.test(tagOf(parent))) return;
  const list = make(item, 'ul');
  parent.insertBefore(list, item);
  for (const one of runOfItems(item)) list.insertBefore(one, null);
}

function runOfItems(first: HtmlElement): readonly HtmlElement[] {
  const items: HtmlElement[] = [];
  for (let node: HtmlNode | null = first; node !== null; node = node.nextSibling) {
    if (isElement(node) && tagOf(node) === 'li') items.push(node);
    else if (isElement(node) || (isText(node) && hasText(node))) break;
  }
  return items;
}
