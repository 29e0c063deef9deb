import type { HtmlNode } from '#shared/document/html';
import { bylineIn, cutTail, isDateLine, isLoneBy, isPersonName, isRole } from '../text/byline';
import { readLines } from '../text/line';
import { findFirstProse, findSignature } from '../text/signature';
import type { PageElement } from '../../dom/linkedomTree';
import type { PageHeadline } from './pageHeadline';
import { pageTexts } from './pageLines';
import { metaOf, sameKey } from './pageTitles';

export interface BylineSources {
  readonly headline: PageHeadline;
  /** The names in JSON-LD. */
  readonly authors: readonly string[];
  readonly sites: readonly string[];
  /** The lines of the page's text. */
  readonly lines: readonly string[];
}

const signed = [
  '[rel~="author"], [itemprop~="author"], [itemprop~="creator"], address, [class*="byline" i], [class*="author" i]',
  '[class*="writer" i], [class*="reporter" i], [data-testid*="byline" i], [data-testid*="author" i]',
].join(', ');

/** Readers who comment, and other stories with their authors. */
const elsewhere =
  /(?:^|[\s_-])(?:comments?|repl(?:y|ies)|respond|related|recommend\w*|promos?|teasers?|sidebar|widgets?|author-?box|author-?bio|about-?author|cards?|latest|trending|most-?read|popular|newsletter)(?:[\s_-]|$)|schema\.org\/Comment/i;
const elsewhereTags = new Set(['ASIDE', 'NAV', 'FOOTER', 'BLOCKQUOTE']);

const LONGEST = 160;
/** A page that names more people than this is listing them; the story's own author is among the first. */
const MOST_SIGNED = 60;
/** How far below the headline an unmarked byline may be. */
const REACH = 40;

/**
 * Who wrote the page's story: as JSON-LD names them, as the page shows it beside the headline, or as `meta` has it;
 * the site itself only if nobody else is named.
 */
export function findPageByline(page: PageElement, sources: BylineSources): string {
  const sites = new Set(sources.sites.map(sameKey));
  const isPerson = (name: string): boolean => name !== '' && !sites.has(sameKey(name));
  const candidates = [
    joined(sources.authors.map(tidied).filter(isPerson)),
    shownByline(page, sources.headline),
    lineByline(sources),
    joined(saidAuthors(page).map(tidied).filter(isPerson)),
    joined(sources.authors.map(tidied)),
  ];
  return candidates.find((name) => name !== '') ?? '';
}

function joined(names: readonly string[]): string {
  return [...new Set(names)].filter((name) => name !== '').join(', ');
}

/** A name as metadata have it; addresses and machine accounts are not names. */
function tidied(name: string): string {
  if (/^https?:|^(?:admin|administrator|webmaster|root|user\d*|editor|null|undefined)$/iu.test(name))
    return '';
  return bylineIn(name) ?? (/\S@\S/u.test(name) ? cutTail(name) : name);
}

function saidAuthors(page: PageElement): readonly string[] {
  const names = [
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'DC.creator',
    'byl',
  ];
  const found = names.map((name) => metaOf(page, name).filter((said) => tidied(said) !== ''));
  return found.find((list) => list.length > 0) ?? [];
}

/** The author whose element is nearest to the headline, in a place that belongs to the story. */
function shownByline(page: PageElement, { element }: PageHeadline): string {
  const around = new Set(ancestorsOf(element));
  const shown = [...page.querySelectorAll(signed)].slice(0, MOST_SIGNED).flatMap((candidate) => {
    const path = pathTo(candidate, around);
    const name = isOwnPlace(candidate, path, element) ? nameIn(candidate) : null;
    return name === null ? [] : [{ candidate, name, distance: [...around].indexOf(path.at(-1) ?? null) }];
  });
  const nearest = Math.min(...shown.map(({ distance }) => distance));
  const first = shown.find(({ distance }) => distance === nearest);
  if (first === undefined) return '';
  const group = shown.filter(({ candidate }) => placeOf(candidate) === placeOf(first.candidate));
  return joined(group.map(({ name }) => name));
}

/** Co-authors are beside each other, or in the items of one list. */
function placeOf({ parentNode }: PageElement): HtmlNode | null {
  const isItem = (parentNode as PageElement | null)?.tagName === 'LI';
  return isItem ? (parentNode?.parentNode ?? null) : parentNode;
}

function ancestorsOf(node: HtmlNode | null): readonly (HtmlNode | null)[] {
  const found: HtmlNode[] = [];
  for (let at = node; at !== null; at = at.parentNode) found.push(at);
  return found;
}

/** From an element up to the first ancestor it shares with the headline, inclusive. */
function pathTo(candidate: PageElement, around: ReadonlySet<HtmlNode | null>): readonly PageElement[] {
  const path: PageElement[] = [];
  for (let at: HtmlNode | null = candidate; at !== null; at = at.parentNode) {
    path.push(at as PageElement);
    if (around.has(at)) break;
  }
  return path;
}

/** Neither among comments and promos, nor under the heading of another story. */
function isOwnPlace(
  candidate: PageElement,
  path: readonly PageElement[],
  headline: PageElement | null,
): boolean {
  const own = path.slice(0, headline === null ? undefined : -1);
  return own.every((element) => {
    if (element.nodeType !== 1 || element.tagName === 'BODY' || element.tagName === 'HTML') return true;
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('itemtype') ?? ''}`;
    const isElsewhere = elsewhereTags.has(element.tagName) && !isFooterOfStory(element);
    return (
      !isElsewhere && !elsewhere.test(names) && (headline === null || !hasHeadingBefore(element, candidate))
    );
  });
}

/** The `footer` inside an article may hold its byline. */
function isFooterOfStory(element: PageElement): boolean {
  return element.tagName === 'FOOTER' && element.closest('article') !== null;
}

function hasHeadingBefore(element: PageElement, candidate: PageElement): boolean {
  for (const inside of element.querySelectorAll(
    'h1, h2, h3, h4, h5, [itemprop~="headline"], [rel~="author"], [itemprop~="author"]',
  )) {
    if (inside === candidate || inside.closest(signed) !== null) return false;
    return /^H\d$/.test(inside.tagName) || inside.getAttribute('itemprop') === 'headline';
  }
  return false;
}

/** The name that an element shows; null for one that shows a role, a biography or an image. */
function nameIn(element: PageElement): string | null {
  if ((element.textContent ?? '').length > LONGEST * 3) return null;
  const lines = pageTexts(element).filter((line) => line.length <= LONGEST);
  const by = lines.map(bylineIn).find((name) => name !== null);
  if (by !== undefined && by !== null) return by;
  const isMarked = /author|creator/.test(
    `${element.getAttribute('rel') ?? ''} ${element.getAttribute('itemprop') ?? ''}`,
  );
  const plain = lines
    .filter((line) => !isDateLine(line) && !isLoneBy(line) && !isRole(line))
    .map(cutTail)
    .find((line) => isPersonName(line, isMarked ? 1 : 2));
  return plain ?? null;
}

/** A byline that is a plain line under the headline, or in its element's other lines. */
function lineByline({ headline, lines }: BylineSources): string {
  const key = sameKey(headline.text);
  const at = key === '' ? -1 : lines.findLastIndex((line) => sameKey(line) === key);
  if (at < 0) return '';
  const below = readLines(lines.slice(at, at + REACH).join('\n'));
  const firstProse = findFirstProse(below, 1);
  return findSignature(below, { headline: 0, firstProse, end: firstProse }).byline;
}
