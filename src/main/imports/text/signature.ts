import {
  bylineIn,
  isBareUncased,
  isConjunction,
  isDateLine,
  isLoneBy,
  isRole,
  isScrap,
  isSignature,
  nameIn,
} from './byline';
import type { Line } from './line';
import { wordsIn } from './line';

/** Who signed a story and when, according to its lines. */
export interface Signature {
  /** Empty if nobody signed. */
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

/** A byline may be this many lines above the headline, and under a standfirst of this many sentences. */
const ABOVE = 2;
const LINES_OF_STANDFIRST = 2;
const REACH = 10;
/** A date without a byline is right under the standfirst. */
const NEAR = 2;

/**
 * The first line of prose under the headline: byline and date are between the two. A standfirst of whole sentences is
 * above its byline, and is skipped.
 */
export function findFirstProse(lines: readonly Line[], from: number): number {
  const prose = lines.findIndex((line, index) => index >= from && isProse(line));
  if (prose < 0) return from;
  const below = lines.slice(prose, prose + LINES_OF_STANDFIRST + REACH);
  const signed = below.findIndex(({ text }, nth) => {
    if (bylineIn(text) !== null || isLoneBy(text)) return true;
    return isNameBeside(lines, prose + nth) || (nth <= NEAR && isDateLine(text));
  });
  const isStandfirst = below.slice(0, signed).filter(isProse).length;
  if (signed < 0 || isStandfirst > LINES_OF_STANDFIRST) return prose;
  const next = lines.findIndex((line, index) => index > prose + signed && isProse(line));
  return next < 0 ? prose : next;
}

function isProse({ is, text }: Line): boolean {
  return is.kind === 'prose' && bylineIn(text) === null && !isShortDate(text);
}

/** Byline and dates just above and below the headline; otherwise a byline right under the story. */
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

/** Whether a line says who wrote a story, when, or how to reach the author. */
export function isSigned(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || line.is.kind === 'furniture') return false;
  // A name may end as a sentence does: "By Ana Example Jr."
  if (line.is.kind === 'prose') return bylineIn(line.text) !== null || isShortDate(line.text);
  return isSignature(line.text) || isContact(line.text);
}

/** In some languages a date ends with an abbreviation, and so with a full stop. */
function isShortDate(line: string): boolean {
  return line.length <= 40 && isDateLine(line);
}

/** "@handle", "desk@example.org": how to reach the author. */
function isContact(line: string): boolean {
  return /^[^\s@]{0,40}@[^\s@]{2,60}$/u.test(line);
}

/** Names below each other are those of co-authors. */
function nameOf(indexes: readonly number[], lines: readonly Line[]): string {
  const texts = indexes.map((index) => textAt(lines, index));
  const signed = texts.map(bylineIn).find((name) => name !== null);
  return (
    signed ??
    bareNameAfterBy(texts) ??
    texts.map(nameIn).find((name) => name !== null) ??
    texts.find(isBareUncased) ??
    ''
  );
}

/**
 * The lines under a "by" on its own: a name in any script, and another after each "and" that has a line of its own.
 */
function bareNameAfterBy(texts: readonly string[]): string | undefined {
  const by = texts.findIndex(isLoneBy);
  if (by < 0) return undefined;
  const [name, and, other] = texts.slice(by + 1);
  if (name === undefined || isDateLine(name) || wordsIn(name) > 6) return undefined;
  return other !== undefined && isConjunction(and ?? '') && nameIn(other) !== null
    ? `${name} ${and ?? ''} ${other}`
    : name;
}

/** A name without "By" is recognised by what is beside it: a date, a role, an address, or the name again. */
export function isNameBeside(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line?.is.kind !== 'title' || isScrap(line.text)) return false;
  const [above = ''] = neighbours(lines, index, -1);
  const [below = '', next = ''] = neighbours(lines, index, 1);
  if (isLoneBy(above)) return line.text.length <= 60;
  if (isConjunction(line.text)) return nameIn(above) !== null && nameIn(below) !== null;
  if (isConjunction(above) || isConjunction(below)) return nameIn(line.text) !== null;
  const isDated = isDateLine(below) || isDateLine(above);
  const name = nameIn(line.text);
  if (name === null) return isBareUncased(line.text) && (isDateLine(below) || isRole(below));
  const isSure = isDated || isRole(below) || isContact(below) || below === line.text || above === line.text;
  return isSure || hasTail(line.text, name) || (nameIn(below) !== null && isDateLine(next));
}

/** The nearest readable lines above or below, skipping share links. */
function neighbours(lines: readonly Line[], index: number, step: 1 | -1): readonly string[] {
  const found: string[] = [];
  for (let at = index + step; found.length < 2 && Math.abs(at - index) <= 6; at += step) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.is.kind !== 'furniture' && (isDateLine(line.text) || !isScrap(line.text))) found.push(line.text);
  }
  return found;
}

/** "Ana Example 12 March 2025", "Ana Example, chief reporter". */
function hasTail(line: string, name: string): boolean {
  const tail = line.slice(name.length);
  return tail !== '' && (isDateLine(tail) || isRole(tail));
}

/** The author's job, between the name and the date or the story. */
export function isRoleBeside(lines: readonly Line[], index: number): boolean {
  if (lines[index]?.is.kind !== 'title') return false;
  const [above = ''] = neighbours(lines, index, -1);
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
