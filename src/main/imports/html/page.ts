import { Readability } from '@mozilla/readability';
import { DOMParser } from 'linkedom';
import type { HtmlElement, HtmlNode } from '#shared/document/html';
import { sanitise } from '#shared/document/sanitise';
import { htmlDom } from '../../dom/parseHtml';

/** The part of linkedom's elements that the import needs; its own types name the DOM's, which main does not have. */
export interface PageElement extends HtmlElement {
  readonly ownerDocument: { createElement(name: string): PageElement };
  innerHTML: string;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  replaceWith(...nodes: readonly HtmlNode[]): void;
}

type ReadableDocument = ConstructorParameters<typeof Readability>[0];

/** Everything of a page in one element; nothing of it runs or is fetched. */
export function parsePage(html: string): PageElement {
  return htmlDom.parse(html).body as PageElement;
}

/** What a page around a story has, and a story that was written or exported by itself has not. */
const around =
  'nav, header, footer, form, aside:not(.ad-slot), [role="navigation"], [role="complementary"]:not(.ad-slot)';

/** Where sites, and our own export, put the standfirst. */
export const standfirsts =
  '.standfirst, .article-standfirst, .dek, .deck, .article-dek, .article__dek, .article-subtitle, .subheadline, [data-testid="standfirst"]';

/** A story's first lines that are fields of their own. */
const fieldElements = '.kicker, .byline';

/** Longer than this an element of that name holds more than the field. */
const LONGEST_FIELD = 600;

/** Shorter than this is no story that Readability found, but a scrap that it fell back on; code units. */
const SHORTEST_STORY = 140;

/**
 * The HTML of the page's story; null where none can be told from what is around it. Changes the page: what runs or
 * embeds is removed, and elements that are fields.
 */
export function findStory(page: PageElement): string | null {
  const isPlain = page.querySelector(around) === null;
  sanitise(page);
  const lines = [...page.querySelectorAll(fieldElements), page.querySelector(standfirsts)];
  for (const line of lines) if ((line?.textContent ?? '').length <= LONGEST_FIELD) line?.remove();
  if (isPlain) return (onlyArticle(page) ?? page).innerHTML;
  return readable(page);
}

function onlyArticle(page: PageElement): PageElement | null {
  const [article, second] = page.querySelectorAll('article');
  return article === undefined || second !== undefined ? null : article;
}

function readable(page: PageElement): string | null {
  for (const element of page.querySelectorAll('html, head, body'))
    element.replaceWith(...childrenOf(element));
  const document = new DOMParser().parseFromString(
    '<!doctype html><html><head></head><body></body></html>',
    'text/html',
  );
  (document.body as unknown as PageElement).innerHTML = page.innerHTML;
  const story = new Readability<string>(document as unknown as ReadableDocument, {
    charThreshold: SHORTEST_STORY,
  }).parse();
  return (story?.textContent ?? '').trim().length < SHORTEST_STORY ? null : (story?.content ?? null);
}

function childrenOf(element: HtmlNode): readonly HtmlNode[] {
  const children: HtmlNode[] = [];
  for (let child = element.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}
