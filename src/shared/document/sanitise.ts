import type { HtmlElement, HtmlNode } from './html';
import { parentOf, tagOf } from './reading/tree';

/** What a page runs, embeds, hides or asks for: none of it is story text. A formula is, as its letters. */
const unwanted = new Set(
  [
    'script style noscript template link meta base title',
    'iframe frame frameset noframes object embed applet portal param',
    'svg annotation annotation-xml canvas video audio source track area',
    'input button select textarea option optgroup datalist progress meter output dialog',
  ].flatMap((names) => names.split(' ')),
);

/** Deeper nesting than this is flattened to its text: reading recurses, and no story needs it. */
const deepest = 200;

/**
 * Removes from a parsed page, in place, everything that is not text. Attributes need no blocklist: the schema reads
 * only those it knows, and every address passes `safeUrl`.
 */
export function sanitise(root: HtmlElement): void {
  for (const element of root.querySelectorAll('*')) if (isUnwanted(element)) element.remove();
  let depth = 0;
  for (let node: HtmlNode | null = root.firstChild; node !== null && node !== root;) {
    if (depth >= deepest && node.firstChild !== null && isElement(node)) flatten(node);
    if (node.firstChild !== null && depth < deepest) {
      node = node.firstChild;
      depth += 1;
    } else {
      while (node !== null && node !== root && node.nextSibling === null) {
        node = node.parentNode;
        depth -= 1;
      }
      if (node !== null && node !== root) node = node.nextSibling;
    }
  }
}

/** A page's head contains no story text either. */
function isUnwanted(element: HtmlElement): boolean {
  const parent = parentOf(element);
  return unwanted.has(tagOf(element)) || (parent !== null && tagOf(parent) === 'head');
}

function isElement(node: HtmlNode): boolean {
  return node.nodeType === 1;
}

function flatten(node: HtmlNode): void {
  node.textContent = String(node.textContent);
}
