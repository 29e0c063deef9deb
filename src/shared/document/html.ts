/**
 * The part of a DOM that the document needs, so that it reads HTML through the window's own DOM and through linkedom
 * alike, and names neither.
 */
export interface HtmlNode {
  readonly nodeType: number;
  readonly firstChild: HtmlNode | null;
  readonly previousSibling: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
  textContent: string | null;
}

export interface HtmlElement extends HtmlNode {
  readonly tagName: string;
  readonly ownerDocument: HtmlMaker;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  matches(selector: string): boolean;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  /** Inserts a node before a child, or at the end; it leaves its previous place. */
  insertBefore(node: HtmlNode, before: HtmlNode | null): HtmlNode;
  removeChild(child: HtmlNode): HtmlNode;
  remove(): void;
}

/** A document, used to create nodes. */
interface HtmlMaker {
  createElement(tag: string): HtmlElement;
  createTextNode(text: string): HtmlNode;
}

/** A parser of HTML that runs no script and loads nothing; a fragment's content ends up in `body`. */
export interface HtmlDom {
  parse(html: string): { readonly body: HtmlElement };
}

/**
 * ProseMirror's output spec of a node or mark in array form: tag, attributes if any, children, and `0` where the
 * content goes. (Its own type names the DOM's types, which this room does not have.)
 */
export type DomSpec = readonly [tag: string, ...rest: (DomAttributes | DomSpec | string | 0)[]];
export type DomAttributes = Readonly<Record<string, string | number | null>>;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text escaped for an element or for an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => entities[character] ?? '') : text;
}

/** Code as HTML has it: a page shows no line behind a line break at the end, so an empty last line has another. */
export function withLastLine(code: string): string {
  return code.endsWith('\n') ? `${code}\n` : code;
}
