import type { HtmlNode } from '#shared/document/html';
import { sanitise } from '#shared/document/sanitise';
import type { PageElement } from '../../dom/linkedomTree';
import { standfirsts } from './page';
import { type PageLine, isProse, pageLines } from './pageLines';
import { readable } from './readable';
import { regionOf } from './regions';

export interface FoundStory {
  readonly root: PageElement;
  /** Whether much of the page's prose is not in it, or it had to be found by its prose alone. */
  readonly unsure: boolean;
}

/** What a page around a story has, and a story that was written or exported by itself has not. */
const around =
  'nav, header, footer, form, aside:not(.ad-slot), [role="navigation"], [role="complementary"]:not(.ad-slot)';

/** A story's first lines that have fields of their own. */
const fieldElements = '.kicker, .byline';

/** An element of that name with more text than this holds more than the field. */
const LONGEST_FIELD = 600;

/** Anything shorter is a scrap that Readability fell back on, not a story; code units. */
const SHORTEST_STORY = 140;

/** What holds less than this share of the prose is not the story, but its beginning or a box beside it. */
const LEAST_SHARE = 1 / 3;

/** What holds more than this share of the prose must contain the whole story. */
const MOST_SHARE = 0.8;

/**
 * The page's story; null if none can be told from its surroundings. Changes the page: what runs, embeds or is hidden
 * is removed, and so are elements that are fields.
 */
export function findStory(page: PageElement): FoundStory | null {
  const isPlain = page.querySelector(around) === null;
  sanitise(page);
  const lines = [...page.querySelectorAll(fieldElements), page.querySelector(standfirsts)];
  for (const line of lines) if ((line?.textContent ?? '').length <= LONGEST_FIELD) line?.remove();
  const body = page.querySelector('body') ?? page;
  return isPlain ? plainStory(body) : storyAmongOthers(body);
}

function plainStory(body: PageElement): FoundStory {
  removeMenus(body);
  const article = onlyArticle(body);
  const holds = article !== null && share(article, proseOf(body)) >= LEAST_SHARE;
  return { root: holds ? article : body, unsure: false };
}

function onlyArticle(page: PageElement): PageElement | null {
  const [article, second] = page.querySelectorAll('article');
  return article === undefined || second !== undefined ? null : article;
}

function storyAmongOthers(body: PageElement): FoundStory | null {
  const prose = proseAround(body);
  const least = lengthOf(prose) * LEAST_SHARE;
  for (const threshold of [SHORTEST_STORY, Math.ceil(least)]) {
    const root = threshold < SHORTEST_STORY ? null : readable(body, threshold);
    if (root === null || lengthOf(pageLines(root)) < SHORTEST_STORY) continue;
    const found = share(root, prose);
    if (found >= LEAST_SHARE)
      return { root, unsure: threshold !== SHORTEST_STORY || found < LEAST_SHARE * 2 };
  }
  if (lengthOf(prose) < SHORTEST_STORY) return null;
  const root = smallestWith(prose, body);
  removeMenus(root);
  return { root, unsure: true };
}

/** The prose that may be the story: of the one article or the main part, unless it is a small part of the page's. */
function proseAround(body: PageElement): readonly PageLine[] {
  const all = proseOf(body);
  const parts = [onlyArticle(body), body.querySelector('main, [role="main"]')];
  const found = parts.map((part) => (part === null ? [] : proseOf(part)));
  return found.find((prose) => prose.length > 0 && lengthOf(prose) >= lengthOf(all) * LEAST_SHARE) ?? all;
}

function proseOf(element: PageElement): readonly PageLine[] {
  return pageLines(element).filter((line) => line.region === 'page' && isProse(line));
}

function lengthOf(lines: readonly PageLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

/** The share of the prose in an element, 0 to 1. Lines are compared without white space, which cleaning moves. */
function share(element: PageElement, prose: readonly PageLine[]): number {
  const total = lengthOf(prose);
  if (total === 0) return 1;
  const key = (text: string): string => text.replace(/\s+/gu, '');
  const within = new Set(pageLines(element).map(({ text }) => key(text)));
  return lengthOf(prose.filter(({ text }) => within.has(key(text)))) / total;
}

/** The deepest element that holds nearly all of the prose. */
function smallestWith(prose: readonly PageLine[], body: PageElement): PageElement {
  const held = new Map<HtmlNode, number>();
  for (const { block, text } of prose) {
    for (let node: HtmlNode | null = block; node !== null; node = node === body ? null : node.parentNode)
      held.set(node, (held.get(node) ?? 0) + text.length);
  }
  const enough = lengthOf(prose) * MOST_SHARE;
  let smallest: HtmlNode = body;
  for (;;) {
    let inside = smallest.firstChild;
    while (inside !== null && (held.get(inside) ?? 0) < enough) inside = inside.nextSibling;
    if (inside === null) return smallest as PageElement;
    smallest = inside;
  }
}

/** What may be a menu or a list of other stories if most of its text is links. */
const lists = 'ul, ol, dl, table, center, section, div, p';

const FEWEST_LINKS = 4;
const LEAST_LINKED = 0.7;
/** The average length of a link's words in a menu or a list of headlines, in code units. */
const LONGEST_LABEL = 90;

/** Removes from an element what its markup shows not to be story: footers, menus, comments and lists of links. */
function removeMenus(root: PageElement): void {
  for (const element of root.querySelectorAll('*'))
    if (element.parentNode !== null && regionOf(element) !== null) element.remove();
  for (const list of root.querySelectorAll(lists))
    if (list.parentNode !== null && isLinkList(list)) list.remove();
}

function isLinkList(list: PageElement): boolean {
  const links = [...list.querySelectorAll('a')];
  if (links.length < FEWEST_LINKS) return false;
  const lines = pageLines(list);
  const sum = (count: (line: (typeof lines)[number]) => number): number =>
    lines.reduce((total, line) => total + count(line), 0);
  const text = sum((line) => line.text.length);
  const linked = sum((line) => line.linked);
  return linked >= text * LEAST_LINKED && linked / links.length <= LONGEST_LABEL && !lines.some(isProse);
}
