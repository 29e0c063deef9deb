import type { HtmlElement, HtmlNode } from '#shared/document/html';
import { parseDocument } from '../../dom/parseHtml';
import { withoutOpenTags } from '../../dom/openTags';

/** The part of linkedom's elements that the import needs; its own types name the DOM's, which main does not have. */
export interface PageElement extends HtmlElement {
  readonly ownerDocument: { createElement(name: string): PageElement } & HtmlElement['ownerDocument'];
  innerHTML: string;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  replaceWith(...nodes: readonly HtmlNode[]): void;
  appendChild(node: HtmlNode): void;
  cloneNode(deep: boolean): PageElement;
}

/** Everything of a page in one element, its `html` among it; nothing of it runs or is fetched. */
export function parsePage(html: string): PageElement {
  const document = parseDocument(withoutOpenTags(html));
  const page = document.createElement('nutgraf-page') as unknown as PageElement;
  page.appendChild(document.documentElement as unknown as PageElement);
  return page;
}

/** Where sites, and our own export, put the standfirst. */
export const standfirsts =
  '.standfirst, .article-standfirst, .dek, .deck, .article-dek, .article__dek, .article-subtitle, .subheadline, [data-testid="standfirst"]';
