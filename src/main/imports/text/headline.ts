import { sectionKey } from '#shared/domain/section';
import { isScrap, isSignature } from './byline';
import type { Breadcrumb } from './breadcrumb';
import { isHome, labelledSection, readBreadcrumb, sectionOf } from './breadcrumb';
import type { Line } from './line';
import { wordsIn } from './line';

/** Where the headline stands, and the lines above it that tell its section. */
export interface FoundHeadline {
  readonly index: number;
  readonly text: string;
  readonly section: string | null;
  /** Indexes of the lines that were read as a breadcrumb. */
  readonly trail: ReadonlySet<number>;
}

/** A headline stands above most of its story, within the page's first lines. */
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
  /** The index of the first line that is no furniture. */
  readonly first: number;
}

interface Clue {
  readonly points: number;
  readonly holds: (candidate: Candidate, page: Page) => boolean;
}

const clues: readonly Clue[] = [
  { points: 10, holds: ({ trail }) => trail !== null },
  // A breadcrumb may say the headline in other words: a line of its own is better.
  { points: -14, holds: ({ trail }) => trail?.at.length === 0 },
  { points: 6, holds: isRepeated },
  { points: 3, holds: ({ text }) => wordsIn(text) >= 4 },
  { points: 1, holds: ({ text }) => wordsIn(text) >= 2 },
  { points: 3, holds: ({ index }, { first }) => index === first },
  { points: 3, holds: hasBylineBelow },
  { points: 2, holds: (candidate, page) => kindBelow(candidate, page) === 'prose' },
  { points: -6, holds: (candidate, page) => kindBelow(candidate, page) === 'teaser' },
  { points: -3, holds: isBelowATitle },
  { points: -3, holds: ({ text }) => /[.,:;]$/u.test(text) },
  { points: -1, holds: ({ proseAbove }) => proseAbove > 0 },
  { points: -3, holds: ({ proseAbove, shareAbove }) => proseAbove > 200 || shareAbove > 0.15 },
];

/** The line that is the page's headline: the candidate with the most points, the first of those that are even. */
export function findHeadline(lines: readonly Line[], known: ReadonlySet<string>): FoundHeadline | null {
  const page = {
    lines,
    known,
    first: lines.findIndex(({ is, text }) => is.kind !== 'furniture' && !isScrap(text)),
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

function proseLength({ is, text }: Line): number {
  return is.kind === 'prose' ? text.length : 0;
}

function candidateAt(index: number, page: Page): Pick<Candidate, 'text' | 'trail'> | null {
  const line = page.lines[index];
  if (line === undefined || !mayBeTitle(line, index, page)) return null;
  const trail = breadcrumbAbove(index, line.text, page);
  if (trail) return { text: line.text, trail };
  const own = readBreadcrumb(line.text, null, page.known);
  if (own === null) return { text: line.text, trail: null };
  return own.headline === null ? null : { text: own.headline, trail: { at: [], levels: own.levels } };
}

function mayBeTitle({ text, is }: Line, index: number, page: Page): boolean {
  if (is.kind === 'prose' || is.kind === 'teaser')
    return index === page.first && isOneSentence(text, page.lines.length);
  const isName = isScrap(text) || isKnown(text, page.known) || isHome(text) || labelledSection(text) !== null;
  return is.kind === 'title' && !isName && !isSignature(text);
}

/** A first line may be a headline even when it is very long, or ends with a full stop over a longer text. */
function isOneSentence(text: string, lines: number): boolean {
  const isOne = !/[.!?…।。؟۔]["'”’»)]*\s/u.test(text);
  return isOne && lines > 1 && (text.length <= 120 || !/[.!?…।。؟۔]$/u.test(text));
}

/** The breadcrumb on one of the lines just above, ads passed over. */
function breadcrumbAbove(index: number, headline: string, { lines, known }: Page): Trail | null {
  for (let at = index - 1; at >= Math.max(0, index - TRAIL_REACH); at -= 1) {
    const crumb: Breadcrumb | null = readBreadcrumb(lines[at]?.text ?? '', headline, known);
    if (crumb) return { at: [at], levels: crumb.levels };
  }
  return null;
}

/** A breadcrumb with each level on a line of its own, or the one section's name over the headline. */
function trailAbove(index: number, { lines, known }: Page): Trail | null {
  const above = lines.slice(Math.max(0, index - TRAIL_REACH), index);
  const offset = index - above.length;
  const home = above.findLastIndex(({ text }) => isHome(text));
  const under = above.slice(home + 1);
  const levels = under.filter(({ text }) => /\p{L}/u.test(text)).map(({ text }) => text);
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

function isRepeated({ index, text }: Candidate, { lines }: Page): boolean {
  return lines
    .slice(0, FIRST_LINES)
    .some((line, other) => other !== index && repeatsHeadline(line.text, text));
}

/** Whether a line is the headline once more: alone, with the site's name, or behind a breadcrumb. */
export function repeatsHeadline(line: string, headline: string): boolean {
  if (line === headline) return true;
  if (line.length > headline.length + 100 || headline.length < 8) return false;
  if (line.startsWith(headline)) return /^\s*[-–—|:·•»]\s*\S/u.test(line.slice(headline.length));
  return line.endsWith(headline) && line.length > headline.length;
}

function kindBelow({ index }: Candidate, { lines }: Page): Line['is']['kind'] | undefined {
  return lines
    .slice(index + 1, index + REACH_BELOW)
    .find(({ text, is }) => is.kind !== 'furniture' && !isSignature(text))?.is.kind;
}

function hasBylineBelow({ index }: Candidate, { lines }: Page): boolean {
  const below = lines.slice(index + 1, index + 4);
  const end = below.findIndex(({ is }) => is.kind === 'prose');
  return below.slice(0, end < 0 ? undefined : end).some(({ text }) => isSignature(text));
}

function isBelowATitle({ index }: Candidate, { lines }: Page): boolean {
  const above = lines[index - 1];
  return above?.is.kind === 'title' && wordsIn(above.text) >= 4;
}
