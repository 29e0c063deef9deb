import type { HtmlElement, HtmlNode } from '../html';

export const isElement = (node: HtmlNode): node is HtmlElement => node.nodeType === 1;

export const isText = (node: HtmlNode): boolean => node.nodeType === 3;

/** An element's name as HTML writes it, in small letters. */
export const tagOf = (element: HtmlElement): string => element.tagName.toLowerCase();

/** The children as they are now: whoever goes through them may move them. */
export function childrenOf(parent: HtmlNode): readonly HtmlNode[] {
  const children: HtmlNode[] = [];
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** The element around a node, or null for one that stands in no tree. */
export function parentOf({ parentNode }: HtmlNode): HtmlElement | null {
  return parentNode !== null && isElement(parentNode) ? parentNode : null;
}

/** The closest element around a node, and within `root`, that a test takes. */
export function around(
  node: HtmlNode,
  root: HtmlElement,
  test: (element: HtmlElement) => boolean,
): HtmlElement | null {
  for (let at = parentOf(node); at !== null && at !== root; at = parentOf(at)) if (test(at)) return at;
  return null;
}

/** Puts nodes in an element's place. */
export function replace(element: HtmlElement, nodes: readonly HtmlNode[]): void {
  const parent = parentOf(element);
  if (parent === null) return;
  for (const node of nodes) parent.insertBefore(node, element);
  element.remove();
}

/** Takes an element away and leaves its content. */
export function unwrap(element: HtmlElement): void {
  replace(element, childrenOf(element));
}

/** A new element with these children. */
export function make(maker: HtmlElement, tag: string, children: readonly HtmlNode[] = []): HtmlElement {
  const made = maker.ownerDocument.createElement(tag);
  for (const child of children) made.insertBefore(child, null);
  return made;
}

/** The element under another name: its content, its style and its classes move on. */
export function renamed(element: HtmlElement, tag: string): HtmlElement {
  const made = make(element, tag, childrenOf(element));
  for (const name of ['style', 'class', 'dir']) {
    const value = element.getAttribute(name);
    if (value !== null) made.setAttribute(name, value);
  }
  return made;
}

/** Whether an element shows any text; white space is none. */
export function hasText(element: HtmlNode): boolean {
  return /\S/u.test(element.textContent ?? '');
}

/** Elements that stand by themselves, above and below what is around them. */
const blockTags = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search ' +
    'section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

export const isBlock = (node: HtmlNode): node is HtmlElement => isElement(node) && blockTags.has(tagOf(node));
