import { wordsIn } from '../text/line';
import type { PageElement } from '../../dom/linkedomTree';
import { sameKey, textOf } from './pageTitles';

export interface PageHeadline {
  readonly text: string;
  /** Its place; null if only the head has it, or a line that is not a heading. */
  readonly element: PageElement | null;
}

export interface HeadlineSources {
  /** What JSON-LD, Open Graph and `title` call the page, surest first. */
  readonly titles: readonly string[];
  /** The names of the site. */
  readonly sites: readonly string[];
  /** The lines of the page's text. */
  readonly lines: readonly string[];
}

interface Heading {
  readonly element: PageElement;
  readonly text: string;
  readonly key: string;
}

const headings =
  'h1, h2, h3, h4, [role="heading"], [itemprop~="headline"], .headline, .entry-title, .post-title, .article-title';
const storyPlaces = 'article, main, [role="main"]';
const banners =
  '[role="banner"], header, #header, .header, #head, .masthead, [class*="logo" i], .site-title, .site-header';
const otherPlaces = 'nav, footer, aside, [class*="comment" i]:not(body):not(html), [itemtype*="Comment"]';

const LONGEST = 400;

/** Text above an article's own heading: a kicker, a date; code units. */
const MOST_ABOVE = 150;

/**
 * The page's headline: the heading that matches what the head calls the page, ignoring the site's own name; else a
 * line that does; else the heading in a headline's usual place; else the title without the site.
 */
export function findPageHeadline(page: PageElement, sources: HeadlineSources): PageHeadline {
  const sites = new Set(sources.sites.map(sameKey));
  const titles = sources.titles.filter((title) => !sites.has(sameKey(title)));
  const all = readHeadings(page).filter(({ key }) => !sites.has(key));
  const agreed = best(all, titles);
  const top = all.find(isStoryTop);
  if (agreed !== null) return isSites(agreed) && top !== undefined ? top : agreed.heading;
  const line = lineInTitle(titles, sources.lines, sites);
  if (line !== null) return { text: line, element: null };
  const first = all.filter(({ element }) => element.tagName === 'H1');
  const inStory = first.find(({ element }) => element.closest(storyPlaces) !== null);
  const alone = first.length === 1 && !isInBanner(first[0]?.element) ? first[0] : undefined;
  const [title] = titles;
  const said = title === undefined ? undefined : { text: withoutSite(title, sites), element: null };
  return inStory ?? alone ?? said ?? top ?? first[0] ?? { text: '', element: null };
}

/** A title that only repeats the banner is the site's: the story has a heading of its own. */
function isSites({ element, isWhole }: Agreed): boolean {
  return isWhole && isInBanner(element);
}

/** Whether a heading is above the text of its article. */
function isStoryTop({ element, text }: Heading): boolean {
  const place = element.closest(storyPlaces);
  const above = textOf(place).indexOf(text);
  return place !== null && above >= 0 && above <= MOST_ABOVE;
}

function readHeadings(page: PageElement): readonly Heading[] {
  return [...page.querySelectorAll(headings)]
    .filter((element) => element.closest(otherPlaces) === null)
    .map((element) => ({ element, text: textOf(element), key: sameKey(textOf(element)) }))
    .filter(({ text }) => text !== '' && text.length <= LONGEST);
}

/** The `header` of an article holds its headline, that of the page its logo. */
function isInBanner(element: PageElement | undefined): boolean {
  return element !== undefined && element.closest(banners) !== null && element.closest(storyPlaces) === null;
}

interface Agreed {
  readonly heading: Heading;
  readonly element: PageElement;
  /** Whether it is the whole of a title. */
  readonly isWhole: boolean;
}

/** The heading that a title repeats best; of equals the longest, then the first. */
function best(all: readonly Heading[], titles: readonly string[]): Agreed | null {
  const keys = titles.map(sameKey);
  const [first] = all
    .map((heading) => ({ heading, agreed: agreement(heading, keys), inBanner: isInBanner(heading.element) }))
    .filter(({ agreed }) => agreed > 0)
    .map(({ heading, agreed, inBanner }) => ({ heading, agreed, points: agreed - (inBanner ? 3 : 0) }))
    .toSorted(
      (one, other) => other.points - one.points || wordsIn(other.heading.text) - wordsIn(one.heading.text),
    );
  return first === undefined
    ? null
    : { heading: first.heading, element: first.heading.element, isWhole: first.agreed === 4 };
}

/** 4 for a heading that equals a title, 2 for one that begins or ends a title. */
function agreement({ key }: Heading, titles: readonly string[]): number {
  if (titles.includes(key)) return 4;
  const isPart = titles.some(
    (title) => title.length > key.length && (isHead(title, key) || isTail(title, key)),
  );
  return isPart ? 2 : 0;
}

function isHead(title: string, key: string): boolean {
  return title.startsWith(key) && separator.test(title.slice(key.length));
}

function isTail(title: string, key: string): boolean {
  return title.endsWith(key) && /[-–—|»«·•:：_‹›/]\s*$/u.test(title.slice(0, -key.length));
}

const separator = /^\s*[-–—|»«·•:：_‹›/]/u;

/** The longest part of a title that is also a line of the page: a headline that is not a heading. */
function lineInTitle(
  titles: readonly string[],
  lines: readonly string[],
  sites: ReadonlySet<string>,
): string | null {
  const lineOf = new Map(lines.map((line) => [sameKey(line), line]));
  for (const title of titles) {
    const found = partsOf(title)
      .map((part) => ({ part: sameKey(part), line: lineOf.get(sameKey(part)) }))
      .find(({ part, line }) => line !== undefined && !sites.has(part) && wordsIn(part) >= 2);
    if (found?.line !== undefined) return found.line;
  }
  return null;
}

/** The title itself, and what is left without its last or first parts; longest first. */
function partsOf(title: string): readonly string[] {
  const cuts = [...title.matchAll(/\s*[-–—|»«·•:：_‹›/]\s*/gu)];
  const heads = cuts.map(({ index }) => title.slice(0, index));
  const tails = cuts.map(({ index, 0: mark }) => title.slice(index + mark.length));
  return [title, ...heads, ...tails].toSorted((one, other) => other.length - one.length);
}

/** A title ends or begins with the name of its site and perhaps a section. */
function withoutSite(title: string, sites: ReadonlySet<string>): string {
  const known = partsOf(title).find((part) => {
    const rest = title.startsWith(part) ? title.slice(part.length) : title.slice(0, -part.length);
    return (
      part !== title &&
      sites.has(sameKey(rest.replace(/^[\s\-–—|»«·•:：_‹›/]+|[\s\-–—|»«·•:：_‹›/]+$/gu, '')))
    );
  });
  if (known !== undefined) return known.trim();
  const marks = title.includes('«') ? /\s+[-–—|·]\s+/u : /\s+[-–—|»·]\s+/u;
  const parts = title.split(marks);
  const last = parts.at(-1) ?? '';
  const isSite = parts.length > 1 && last.split(' ').length <= 4 && !/[?!.…"”»]$/u.test(last);
  return isSite ? title.slice(0, title.lastIndexOf(last)).replace(/\s+[-–—|»·]\s+$/u, '') : title;
}
