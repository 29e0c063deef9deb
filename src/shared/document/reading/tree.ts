import type { HtmlElement, HtmlNode } from '../html';
import { KEPT_STYLE } from './ownStyle';

export const isElement = (node: HtmlNode): node is HtmlElement => node.nodeType === 1;

export const isText = (node: HtmlNode): boolean => node.nodeType === 3;

/** An element's name in lower case. */
export const tagOf = (element: HtmlElement): string => element.tagName.toLowerCase();

/** The children as they are now: a caller may move them as it goes through them. */
export function childrenOf(parent: HtmlNode): readonly HtmlNode[] {
  const children: HtmlNode[] = [];
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** The element around a node, or null for one outside a tree. */
export function parentOf({ parentNode }: HtmlNode): HtmlElement | null {
  return parentNode !== null && isElement(parentNode) ? parentNode : null;
}

/** The closest ancestor of a node within `root` that passes a test. */
export function around(
  node: HtmlNode,
  root: HtmlElement,
  test: (element: HtmlElement) => boolean,
): HtmlElement | null {
  for (let at = parentOf(node); at !== null && at !== root; at = parentOf(at)) if (test(at)) return at;
  return null;
}

/** Replaces an element with nodes. */
export function replace(element: HtmlElement, nodes: readonly HtmlNode[]): void {
  const parent = parentOf(element);
  if (parent === null) return;
  for (const node of nodes) parent.insertBefore(node, element);
  element.remove();
}

/** Removes an element and leaves its content. */
export function unwrap(element: HtmlElement): void {
  replace(element, childrenOf(element));
}

/** A new element with these children. */
export function make(maker: HtmlElement, tag: string, children: readonly HtmlNode[] = []): HtmlElement {
  const made = maker.ownerDocument.createElement(tag);
  for (const child of children) made.insertBefore(child, null);
  return made;
}

/** The element under another name, with its content, style and classes. */
export function renamed(element: HtmlElement, tag: string): HtmlElement {
  const made = make(element, tag, childrenOf(element));
  for (const name of ['style', KEPT_STYLE, 'class', 'dir']) {
    const value = element.getAttribute(name);
    if (value !== null) made.setAttribute(name, value);
  }
  return made;
}

/** Whether an element shows any text; white space does not count. */
export function hasText(element: HtmlNode): boolean {
  return /\S/u.test(element.textContent ?? '');
}

/** Elements that stand apart from what is above and below them. */
const blockTags = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search ' +
    'section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

export const isBlock = (node: HtmlNode): node is HtmlElement => isElement(node) && blockTags.has(tagOf(node));
