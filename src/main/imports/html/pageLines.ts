import type { HtmlNode } from '#shared/document/html';
import { withoutMarkup } from '../../dom/boxWords';
import { endsSentence } from '../text/line';
import type { PageElement } from '../../dom/linkedomTree';
import type { Region } from './regions';
import { regionOf } from './regions';

/** Inline elements; every other element begins and ends a line. */
const inline = new Set(
  `A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY RT S SAMP SLOT SMALL
   SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR TSPAN TEXTPATH
   MATH MI MO MN MS MTEXT MROW MSUP MSUB MSUBSUP MFRAC MSQRT MROOT MSTYLE MOVER MUNDER SEMANTICS`.split(
    /\s+/,
  ),
);

/** What is not page text at all. */
const unseen = new Set('SCRIPT STYLE HEAD LINK META'.split(' '));

/** Kept by the parser as raw text: its content is parsed as markup, as a browser without scripts would show it. */
const raw = new Set('NOSCRIPT NOEMBED NOFRAMES IFRAME'.split(' '));

/** Inputs that show their value. */
const shownInputs = /^(?:submit|button|reset|text|search|url|email)?$/i;

const ELEMENT = 1;
const TEXT = 3;

/** Shorter sentences are as likely to be captions and labels; code units. */
const SHORTEST_PROSE = 30;
const LONGEST_TITLE = 200;

export interface PageLine {
  readonly text: string;
  readonly region: Region;
  /** The element in which the line ends. */
  readonly block: HtmlNode;
  /** How many of its characters are in links. */
  readonly linked: number;
}

/** The text of a page as lines, in the order of its markup, without scripts and other non-text. */
export function pageLines(page: HtmlNode): readonly PageLine[] {
  const lines: PageLine[] = [];
  const regions: Region[] = ['page'];
  let [line, linked, links] = ['', 0, 0];
  const end = (block: HtmlNode): void => {
    const text = line.replace(/\s+/gu, ' ').trim();
    if (text !== '') lines.push({ text, region: regions.at(-1) ?? 'page', block, linked });
    [line, linked] = ['', 0];
  };
  for (const { node, entering } of walk(page)) {
    if (node.nodeType === TEXT) {
      const text = node.textContent ?? '';
      line += text;
      if (links > 0) linked += text.trim().length;
      continue;
    }
    if (node.nodeType !== ELEMENT) continue;
    const tag = tagOf(node);
    const region = regionOf(node as PageElement);
    if (!inline.has(tag) || region !== null) end(entering ? (node.parentNode ?? node) : node);
    else if (!entering && tag === 'A' && isMenuLink(node)) end(node);
    if (tag === 'A') links += entering ? 1 : -1;
    if (entering) line += ownText(node as PageElement, tag);
    if (region === null) continue;
    if (entering) regions.push(regions.at(-1) === 'hidden' ? 'hidden' : region);
    else regions.pop();
  }
  end(page);
  return lines;
}

/** The texts of the lines that the page shows. */
export function pageTexts(page: HtmlNode): readonly string[] {
  return pageLines(page)
    .filter(({ region }) => region !== 'hidden')
    .map(({ text }) => text);
}

/** Whether a line is running text and not a title, a label or a list of links. */
export function isProse({ text, linked }: Pick<PageLine, 'text' | 'linked'>): boolean {
  if (linked > text.length / 2) return false;
  return text.length > LONGEST_TITLE || (text.length >= SHORTEST_PROSE && endsSentence(text));
}

/**
 * Every node under `root`, elements once on the way in and once on the way out; without recursion, for deep pages.
 */
function* walk(root: HtmlNode): Generator<{ readonly node: HtmlNode; readonly entering: boolean }> {
  let node: HtmlNode | null = root.firstChild;
  while (node !== null && node !== root) {
    yield { node, entering: true };
    const inside: HtmlNode | null = isOpaque(tagOf(node)) ? null : node.firstChild;
    if (inside !== null) {
      node = inside;
      continue;
    }
    while (node !== null && node !== root) {
      if (node.nodeType === ELEMENT) yield { node, entering: false };
      if (node.nextSibling !== null) break;
      node = node.parentNode;
    }
    node = node === root ? root : (node?.nextSibling ?? null);
  }
}

function isOpaque(tag: string): boolean {
  return unseen.has(tag) || raw.has(tag);
}

/** Text that an element shows without having it as content. */
function ownText(element: PageElement, tag: string): string {
  if (tag === 'INPUT' && shownInputs.test(element.getAttribute('type') ?? ''))
    return (element.getAttribute('value') ?? '') || (element.getAttribute('placeholder') ?? '');
  return raw.has(tag) ? withoutMarkup(element.textContent ?? '') : '';
}

function tagOf(node: HtmlNode): string {
  return node.nodeType === ELEMENT ? (node as PageElement).tagName.toUpperCase() : '';
}

/** Links in a row with nothing between them are a menu. */
function isMenuLink(link: HtmlNode): boolean {
  return link.nextSibling?.nodeType === ELEMENT && tagOf(link.nextSibling) === 'A';
}
