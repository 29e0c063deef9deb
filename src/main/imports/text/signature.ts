import { bylineIn, isDateLine, isLoneBy, isRole, isSignature, nameIn } from './byline';
import type { Line } from './line';
import { wordsIn } from './line';

/** Who signed a story and when, as its lines say it. */
export interface Signature {
  /** Empty where nobody signed. */
  readonly byline: string;
  /** Indexes of the lines that are a byline, a role or a date. */
  readonly lines: ReadonlySet<number>;
}

export const noSignature: Signature = { byline: '', lines: new Set() };

interface Place {
  readonly headline: number;
  readonly firstProse: number;
  readonly end: number;
}

/** A byline may stand this many lines above the headline, and under a standfirst of so many sentences. */
const ABOVE = 2;
const LINES_OF_STANDFIRST = 2;
const REACH = 5;

/**
 * The first line of prose under the headline: between the two stand byline and date. A standfirst of whole
 * sentences stands above its byline, and is passed over.
 */
export function findFirstProse(lines: readonly Line[], from: number): number {
  const prose = lines.findIndex((line, index) => index >= from && isProse(line));
  if (prose < 0) return from;
  const below = lines.slice(prose, prose + LINES_OF_STANDFIRST + REACH);
  const signed = below.findIndex(({ text }) => bylineIn(text) !== null);
  const isStandfirst = below.slice(0, signed).filter(isProse).length;
  if (signed < 0 || isStandfirst > LINES_OF_STANDFIRST) return prose;
  const next = lines.findIndex((line, index) => index > prose + signed && isProse(line));
  return next < 0 ? prose : next;
}

function isProse({ is, text }: Line): boolean {
  return is.kind === 'prose' && bylineIn(text) === null;
}

/** Byline and dates just above and under the headline; else the byline right under the story. */
export function findSignature(lines: readonly Line[], { headline, firstProse, end }: Place): Signature {
  const above = range(Math.max(0, headline - ABOVE), headline).filter((index) => isSigned(lines, index));
  const below = range(headline + 1, firstProse).filter(
    (index) => isSigned(lines, index) || isNameBeside(lines, index) || isRoleBeside(lines, index),
  );
  const byline = nameOf(below, lines) || nameOf(above, lines);
  if (byline !== '') return { byline, lines: new Set([...above, ...below]) };
  const foot = findFoot(lines, firstProse, end);
  const last = foot === null ? [] : [foot];
  return { byline: nameOf(last, lines), lines: new Set([...above, ...below, ...last]) };
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, nth) => from + nth);
}

function textAt(lines: readonly Line[], index: number): string {
  return lines[index]?.text ?? '';
}

/** Whether a line says who wrote a story, when, or how the author is reached. */
export function isSigned(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || line.is.kind === 'furniture') return false;
  // A name may end as a sentence does: "By Ana Example Jr."
  if (line.is.kind === 'prose') return bylineIn(line.text) !== null;
  return isSignature(line.text) || isContact(line.text);
}

/** "@handle", "desk@example.org": how the author is reached. */
function isContact(line: string): boolean {
  return /^[^\s@]{0,40}@[^\s@]{2,60}$/u.test(line);
}

/** The names below each other are those who wrote it together. */
function nameOf(indexes: readonly number[], lines: readonly Line[]): string {
  const texts = indexes.map((index) => textAt(lines, index));
  const signed = texts.map(bylineIn).find((name) => name !== null);
  return signed ?? texts.map(nameIn).find((name) => name !== null) ?? bareNameAfterBy(texts) ?? '';
}

/** In a script without capitals only a "by" of its own tells that the next line is a name. */
function bareNameAfterBy(texts: readonly string[]): string | undefined {
  const by = texts.findIndex(isLoneBy);
  const name = by < 0 ? undefined : texts[by + 1];
  return name === undefined || isDateLine(name) || wordsIn(name) > 6 ? undefined : name;
}

/** A name without "By" is told by a date below or above it; its bearer's role may stand between the two. */
export function isNameBeside(lines: readonly Line[], index: number): boolean {
  if (lines[index]?.is.kind !== 'title') return false;
  const [above, line, below, next] = [-1, 0, 1, 2].map((step) => textAt(lines, index + step));
  if (line === undefined || above === undefined || below === undefined || next === undefined) return false;
  if (isLoneBy(above)) return line.length <= 60;
  if (nameIn(line) === null) return false;
  const isOverRole = isRole(below) || nameIn(below) !== null;
  return isDateLine(below) || (isOverRole && isDateLine(next)) || isDateLine(above);
}

/** What the author does for the paper, between the name and the date or the story. */
export function isRoleBeside(lines: readonly Line[], index: number): boolean {
  if (lines[index]?.is.kind !== 'title') return false;
  const above = textAt(lines, index - 1);
  const isUnderName = bylineIn(above) !== null || nameIn(above) !== null || isRole(above);
  if (!isUnderName) return false;
  const line = textAt(lines, index);
  return isRole(line) || (wordsIn(line) <= 6 && isDateLine(textAt(lines, index + 1)));
}

/** The line under the story's last prose, where it is a byline. */
function findFoot(lines: readonly Line[], firstProse: number, end: number): number | null {
  const prose = lines.slice(0, end).findLastIndex(({ is }) => is.kind === 'prose');
  const isNear = prose >= firstProse && bylineIn(textAt(lines, prose + 1)) !== null;
  return isNear && lines[prose + 1]?.is.kind === 'title' ? prose + 1 : null;
}
