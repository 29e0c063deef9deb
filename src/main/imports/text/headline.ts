import { sectionKey } from '#shared/domain/section';
import type { Breadcrumb } from './breadcrumb';
import { isArticleWord, isHome, labelledSection, readBreadcrumb, sectionOf } from './breadcrumb';
import { bylineIn, isLoneBy, isRole, isScrap } from './byline';
import type { Line } from './line';
import { wordsIn } from './line';
import { isNameBeside, isRoleBeside, isSigned } from './signature';
import { isTitleLikeSentence, namesOneSentence } from './titleLine';

/** Where the headline is, and the lines above it that give its section. */
export interface FoundHeadline {
  readonly index: number;
  readonly text: string;
  readonly section: string | null;
  /** Indexes of the lines that were read as a breadcrumb. */
  readonly trail: ReadonlySet<number>;
}

/** A headline is above most of its story, within the page's first lines. */
const MOST_PROSE_ABOVE = 0.35;
const FIRST_LINES = 500;
const TRAIL_REACH = 6;
const REACH_BELOW = 20;

interface Trail {
  readonly at: readonly number[];
  readonly levels: readonly string[];
}

interface Candidate {
  readonly index: number;
  readonly text: string;
  readonly trail: Trail | null;
  /** Code units of prose above it, and its share of all prose. */
  readonly proseAbove: number;
  readonly shareAbove: number;
}

interface Page {
  readonly lines: readonly Line[];
  readonly known: ReadonlySet<string>;
  /** The index of the first line that is not furniture. */
  readonly first: number;
  /** Whether a line is a byline or a date. */
  readonly signed: (index: number) => boolean;
  /** Whether a line is one of a list of other stories. */
  readonly listed: (index: number) => boolean;
  /** The first fairly long title that is not in a list. */
  readonly firstLong: number;
  /** The texts of the first lines. */
  readonly texts: ReadonlySet<string>;
  /** The footer's copyright lines, which name the site. */
  readonly legal: string;
  /** The first line with half of the prose above it. */
  readonly middle: number;
}

interface Clue {
  readonly points: number;
  readonly holds: (candidate: Candidate, page: Page) => boolean;
}

const clues: readonly Clue[] = [
  { points: 10, holds: ({ trail }) => trail !== null },
  // A breadcrumb may have the headline in other words: a line of its own is better.
  { points: -14, holds: ({ trail }) => trail?.at.length === 0 },
  // Menu words are repeated in header and footer, too: only a fairly long title counts.
  { points: 6, holds: (candidate, page) => wordsIn(candidate.text) >= 3 && isRepeated(candidate, page) },
  { points: 3, holds: ({ text }) => wordsIn(text) >= 4 },
  { points: 1, holds: ({ text }) => wordsIn(text) >= 2 },
  { points: 2, holds: ({ index, text }, { first }) => index === first && wordsIn(text) >= 3 },
  { points: 3, holds: (candidate, page) => titlesBeforeSignature(candidate, page) <= 2 },
  { points: 1, holds: (candidate, page) => titlesBeforeSignature(candidate, page) <= 1 },
  { points: -6, holds: (candidate, page) => isBelowAByline(candidate, page) },
  { points: 2, holds: (candidate, page) => isProse(lineBelow(candidate, page)) },
  { points: -6, holds: (candidate, page) => lineBelow(candidate, page)?.is.kind === 'teaser' },
  { points: 1, holds: (candidate, page) => titlesBeforeProse(candidate, page) <= 2 },
  { points: 1, holds: (candidate, page) => titlesBeforeProse(candidate, page) <= 1 },
  { points: 1, holds: (candidate, page) => titlesBeforeProse(candidate, page) === 0 },
  { points: -8, holds: isInByline },
  { points: -4, holds: ({ text }) => isRole(text) && wordsIn(text) <= 4 },
  {
    points: 1,
    holds: (candidate, page) =>
      candidate.index === page.firstLong && lineBelow(candidate, page)?.is.kind !== 'teaser',
  },
  { points: -4, holds: isInMenu },
  { points: -3, holds: ({ index }, { listed }) => listed(index) },
  { points: -5, holds: isOfAnotherStory },
  { points: -3, holds: isBelowATitle },
  { points: -3, holds: ({ text }) => /[.,:;]$/u.test(text) && !isTitleLikeSentence(text) },
  { points: -1, holds: ({ proseAbove }) => proseAbove > 0 },
  { points: -3, holds: ({ proseAbove, shareAbove }) => proseAbove > 200 || shareAbove > 0.15 },
];

/** The line that is the page's headline: the candidate with the most points; of equals, the first. */
export function findHeadline(lines: readonly Line[], known: ReadonlySet<string>): FoundHeadline | null {
  const signed = remembered((index) => isSigned(lines, index));
  const listed = remembered((index) => isInListOfStories(index, lines, signed));
  const page = {
    lines,
    known,
    signed,
    listed,
    firstLong: lines
      .slice(0, FIRST_LINES)
      .findIndex((line, at) => isLongTitle(line) && !signed(at) && !listed(at)),
    first: lines.findIndex(({ is, text }) => is.kind !== 'furniture' && !isScrap(text)),
    texts: new Set(lines.slice(0, FIRST_LINES).map(({ text }) => text)),
    legal: lines.flatMap(({ is, text }) => (isLegal(is) ? [text] : [])).join('\n'),
    middle: middleOf(lines),
  };
  const scored = candidates(page).map((candidate) => ({ candidate, points: pointsOf(candidate, page) }));
  const best = scored.reduce<(typeof scored)[number] | null>(
    (best, next) => (best === null || next.points > best.points ? next : best),
    null,
  );
  if (best === null) return null;
  const { text } = best.candidate;
  const last = scored.findLast(({ candidate }) => candidate.text === text)?.candidate ?? best.candidate;
  const trail = last.trail ?? best.candidate.trail ?? trailAbove(last.index, page);
  const section = sectionOf(trail?.levels ?? [], known);
  return { index: last.index, text, section, trail: new Set(trail?.at) };
}

function isLongTitle({ is, text }: Line): boolean {
  return (is.kind === 'title' || (is.kind === 'prose' && isTitleLikeSentence(text))) && wordsIn(text) >= 4;
}

function remembered(test: (index: number) => boolean): (index: number) => boolean {
  const known = new Map<number, boolean>();
  return (index) => {
    const answer = known.get(index) ?? test(index);
    known.set(index, answer);
    return answer;
  };
}

function middleOf(lines: readonly Line[]): number {
  const all = lines.reduce((sum, line) => sum + proseLength(line), 0);
  let above = 0;
  const middle = lines.findIndex((line) => (above += proseLength(line)) > all / 2);
  return middle < 0 ? lines.length : middle;
}

function pointsOf(candidate: Candidate, page: Page): number {
  return clues.reduce((sum, { points, holds }) => sum + (holds(candidate, page) ? points : 0), 0);
}

function candidates(page: Page): readonly Candidate[] {
  const all = page.lines.reduce((sum, line) => sum + proseLength(line), 0);
  const found: Candidate[] = [];
  let proseAbove = 0;
  for (const [index, line] of page.lines.slice(0, FIRST_LINES).entries()) {
    const shareAbove = all === 0 ? 0 : proseAbove / all;
    if (shareAbove > MOST_PROSE_ABOVE) break;
    const candidate = candidateAt(index, page);
    if (candidate) found.push({ ...candidate, index, proseAbove, shareAbove });
    proseAbove += proseLength(line);
  }
  return found;
}

function proseLength(line: Line): number {
  return isProse(line) ? line.text.length : 0;
}

function candidateAt(index: number, page: Page): Pick<Candidate, 'text' | 'trail'> | null {
  const line = page.lines[index];
  if (line === undefined || !mayBeTitle(line, index, page)) return null;
  const trail = breadcrumbAbove(index, line.text, page);
  if (trail) return { text: line.text, trail };
  const own = readBreadcrumb(line.text, null, page.known);
  if (own === null) return titleBeforeSite(line.text, page);
  return own.headline === null ? null : { text: own.headline, trail: { at: [], levels: own.levels } };
}

/** "Headline - Site": if the headline also has a line of its own, this is not it; the site's name is cut off. */
function titleBeforeSite(text: string, { texts, legal }: Page): Pick<Candidate, 'text' | 'trail'> | null {
  for (const { index } of text.matchAll(/\s+[-–—|·•»]\s+/gu)) {
    const [before, after] = [text.slice(0, index), text.slice(index).replace(/^\s+\S\s+/u, '')];
    if (wordsIn(before) >= 2 && texts.has(before)) return null;
    const isSite = texts.has(after) || legal.includes(after) || isPiped(text, index);
    if (isSite && wordsIn(before) > wordsIn(after)) return { text: before, trail: null };
  }
  return { text, trail: null };
}

/** "Headline | Section | Site": after a fairly long title, bars separate nothing else. */
function isPiped(text: string, at: number): boolean {
  const [title = '', ...rest] = text.split(/\s+\|\s+/u);
  return title.length === at && wordsIn(title) >= 4 && rest.every((part) => wordsIn(part) <= 4);
}

function isLegal(is: Line['is']): boolean {
  return is.kind === 'furniture' && is.reason === 'legal';
}

/** An address, or a label with a number: "press@example.org", "Code: 1234". */
const notTitle = /\S@\S+\.\S|[:：]\s*\p{Nd}+$/u;

function mayBeTitle({ text, is }: Line, index: number, page: Page): boolean {
  if (is.kind === 'prose' || is.kind === 'teaser') {
    const isFirst = index === page.first && page.lines.length > 1 && namesOneSentence(text);
    return isFirst || (is.kind === 'prose' && isTitleLikeSentence(text));
  }
  const isName =
    isScrap(text) ||
    isKnown(text, page.known) ||
    isHome(text) ||
    isArticleWord(text) ||
    notTitle.test(text) ||
    labelledSection(text) !== null;
  return is.kind === 'title' && !isName && !page.signed(index);
}

/** The breadcrumb on one of the lines just above, skipping ads. */
function breadcrumbAbove(index: number, headline: string, { lines, known }: Page): Trail | null {
  for (let at = index - 1; at >= Math.max(0, index - TRAIL_REACH); at -= 1) {
    const crumb: Breadcrumb | null = readBreadcrumb(lines[at]?.text ?? '', headline, known);
    if (crumb) return { at: [at], levels: crumb.levels };
  }
  return null;
}

/** A breadcrumb with each level on a line of its own, or the name of one section above the headline. */
function trailAbove(index: number, { lines, known }: Page): Trail | null {
  const above = lines.slice(Math.max(0, index - TRAIL_REACH), index);
  const offset = index - above.length;
  const home = above.findLastIndex(({ text }) => isHome(text));
  const under = above.slice(home + 1);
  const levels = under
    .filter(({ text }) => /\p{L}/u.test(text) && !isArticleWord(text))
    .map(({ text }) => text);
  const isParted =
    under.length > levels.length || levels.length === 1 || levels.every((level) => isKnown(level, known));
  const isShort = levels.length > 0 && levels.length <= 3 && levels.every((level) => level.length <= 40);
  if (home >= 0 && isParted && isShort && levels.length <= 2 + (under.length - levels.length)) {
    return { at: above.slice(home).map((_, nth) => offset + home + nth), levels };
  }
  const last = above.findLastIndex(({ is }) => is.kind !== 'furniture' || is.reason !== 'ad_mark');
  const kicker = above[last]?.text ?? '';
  const isKicker = isKnown(kicker, known) && !isKnown(above[last - 1]?.text ?? '', known);
  return isKicker ? { at: [offset + last], levels: [kicker] } : null;
}

function isKnown(name: string, known: ReadonlySet<string>): boolean {
  return known.has(sectionKey(name));
}

/** What a footer repeats belongs to a menu, and a list of stories repeats what the page shows of others. */
function isRepeated({ index, text }: Candidate, page: Page): boolean {
  return page.lines
    .slice(0, Math.min(FIRST_LINES, page.middle))
    .some((line, at) => at !== index && repeatsHeadline(line.text, text) && !page.listed(at));
}

/** Whether a line is the headline again: alone, with the site's name, or after a breadcrumb. */
export function repeatsHeadline(line: string, headline: string): boolean {
  if (line === headline) return true;
  if (line.length > headline.length + 100 || headline.length < 8) return false;
  if (line.startsWith(headline)) return /^\s*[-–—|:·•»_]\s*\S/u.test(line.slice(headline.length));
  return line.endsWith(headline) && line.length > headline.length;
}

function lineBelow({ index }: Candidate, page: Page): Line | undefined {
  return linesBelow(index, page, REACH_BELOW).find(({ line, at }) => isOwn(line) && !page.signed(at))?.line;
}

/** A question by itself may also be a title. */
function isProse(line: Line | undefined): boolean {
  return line?.is.kind === 'prose' && !isTitleLikeSentence(line.text);
}

interface Placed {
  readonly line: Line;
  readonly at: number;
}

function linesBelow(index: number, { lines }: Page, reach: number): readonly Placed[] {
  return lines.slice(index + 1, index + 1 + reach).map((line, nth) => ({ line, at: index + 1 + nth }));
}

function isOwn({ is }: Line): boolean {
  return is.kind !== 'furniture';
}

/** How many titles there are between a candidate and the next prose: a standfirst, a role, a caption. */
function titlesBeforeProse({ index }: Candidate, page: Page): number {
  const below = linesBelow(index, page, REACH_BELOW);
  const prose = below.findIndex(({ line }) => isProse(line));
  if (prose < 0) return REACH_BELOW;
  return below.slice(0, prose).filter(({ line, at }) => isOwn(line) && !page.signed(at)).length;
}

/** How many titles there are between a candidate and its byline or date: a standfirst, a caption. */
function titlesBeforeSignature({ index }: Candidate, page: Page): number {
  const below = linesBelow(index, page, 7).filter(({ line }) => isOwn(line));
  const found = below.findIndex(({ at }) => page.signed(at) || isNameBeside(page.lines, at));
  const isCut = below.slice(0, found).some(({ line }) => line.is.kind === 'teaser');
  return found < 0 || isCut ? REACH_BELOW : found;
}

/** A title above a few words, followed by another title with its own byline: a promo. */
function isOfAnotherStory({ index }: Candidate, page: Page): boolean {
  const below = linesBelow(index, page, REACH_BELOW);
  const prose = below.findIndex(({ line }) => isProse(line));
  const byline = below.findIndex(({ line }, nth) => nth > prose && bylineIn(line.text) !== null);
  if (prose < 0 || byline < 0) return false;
  const between = below.slice(prose + 1, byline);
  const isTitled = between.slice(-2).some(({ line }) => line.is.kind === 'title' && wordsIn(line.text) >= 3);
  return isTitled && between.every(({ line }) => !isProse(line));
}

/** A caption or a summary under the byline, if no other story begins there. */
function isBelowAByline(candidate: Candidate, page: Page): boolean {
  const above = page.lines.slice(Math.max(0, candidate.index - 10), candidate.index);
  const byline = above.findLastIndex(({ text }) => bylineIn(text) !== null || isLoneBy(text));
  if (byline < 0 || titlesBeforeSignature(candidate, page) <= 1) return false;
  return above.slice(byline).every(({ is }) => is.kind === 'furniture' || is.kind === 'title');
}

/** The name or the role in the byline of the title above. */
function isInByline({ index }: Candidate, { lines }: Page): boolean {
  const isUnderTitle = lines
    .slice(Math.max(0, index - 3), index)
    .some(({ is, text }) => is.kind === 'title' && wordsIn(text) >= 3);
  return isUnderTitle && (isRoleBeside(lines, index) || isNameBeside(lines, index));
}

/** One of three or more short names in a row. */
function isInMenu({ index }: Candidate, { lines }: Page): boolean {
  const isName = (at: number): boolean => {
    const line = lines[at];
    if (line === undefined || line.text.length > 30 || wordsIn(line.text) > 3) return false;
    return line.is.kind === 'title' || (line.is.kind === 'furniture' && line.is.reason === 'navigation');
  };
  return rowLength(index, isName) >= 3;
}

/** One of three or more titles in a row, as in a list of other stories; numbers may be between them. */
function isInListOfStories(index: number, lines: readonly Line[], signed: Page['signed']): boolean {
  const isTitle = (at: number): boolean => {
    const line = lines[at];
    if (line?.is.kind !== 'title' || signed(at)) return false;
    if (line.text === lines[at - 1]?.text || /[>»›]/u.test(line.text)) return false;
    return wordsIn(line.text) >= 4 || isScrap(line.text);
  };
  // The title right under a numbered list has no number.
  const isUnderNumbers = !isScrap(lines[index - 1]?.text ?? '-') && isScrap(lines[index - 2]?.text ?? 'x');
  return !isUnderNumbers && rowLength(index, isTitle) >= 3;
}

/** How many neighbouring lines form a group with this one; counted up to ten. */
function rowLength(index: number, belongs: (index: number) => boolean): number {
  if (!belongs(index)) return 0;
  const count = (step: 1 | -1): number => {
    let at = index + step;
    while (Math.abs(at - index) <= 5 && belongs(at)) at += step;
    return Math.abs(at - index) - 1;
  };
  return 1 + count(1) + count(-1);
}

function isBelowATitle({ index }: Candidate, { lines, signed }: Page): boolean {
  const above = lines[index - 1];
  if (above === undefined || wordsIn(above.text) < 4 || signed(index - 1)) return false;
  return above.is.kind === 'title' || (above.is.kind === 'prose' && isTitleLikeSentence(above.text));
}
