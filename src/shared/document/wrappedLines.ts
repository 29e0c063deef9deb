import { joint } from './lineEnds';

/** Lines between the same two blank lines. */
export type LineGroup = readonly string[];

/** The widths, in columns, at which mail programs, wires, typewriters and the columns of a printed page break lines. */
const widths = { least: 20, most: 150 } as const;

/** How far a text is searched for a word's own way of writing it, in code units. */
const LONGEST_TEXT = 20_000;

/** How much of all breaks must look like a width's, before any is undone. */
const shares = { full: 0.8, open: 0.5, small: 0.4 } as const;

/** One line of a group and the line behind it. */
interface Break {
  readonly before: string;
  readonly after: string;
}

/**
 * Joins the lines of each paragraph of a text that was broken at a width, as mail, wire copy and printed pages
 * are, and undoes the hyphens that were put in there. Any other text stays as it is: verse, lists, addresses.
 * A width's break shows in that the next word would not have fitted, throughout the text; that most breaks
 * stand within sentences; and that, in scripts that have them, small letters come behind those.
 */
export function joinWrappedLines(groups: readonly LineGroup[]): readonly LineGroup[] {
  const width = groups.flat().reduce((most, line) => Math.max(most, columnsOf(line)), 0);
  if (width < widths.least || width > widths.most || !isWrapped(groups, width)) return groups;
  const whole = groups
    .map((group) => group.join(' '))
    .join(' ')
    .slice(0, LONGEST_TEXT)
    .toLowerCase();
  return groups.map((group) => joinGroup(group, width, whole));
}

function isWrapped(groups: readonly LineGroup[], width: number): boolean {
  const breaks = groups.flatMap(breaksOf).filter((one) => !endsParagraph(one, width));
  const full = breaks.filter((one) => isFull(one, width));
  const open = full.filter(({ before }) => !endsSentence(before));
  const isEvidence = open.length >= full.length * shares.open && full.length >= breaks.length * shares.full;
  return isEvidence && breaks.length > 0 && isProse(open, breaks.length, width);
}

/** Whether sentences go over the breaks: in small letters, or in a script without them over many full lines. */
function isProse(open: readonly Break[], breaks: number, width: number): boolean {
  const cased = open.filter(({ after }) => /^\p{Lu}|^\p{Ll}/u.test(after));
  if (cased.length === 0) return width >= 40 && breaks >= 3 && open.length === breaks;
  const small = cased.filter(({ after }) => /^\p{Ll}/u.test(after));
  const ofWords = open.filter(({ before }) => /\p{L}{2}.*\s.*\p{L}{2}.*\s/u.test(before));
  const isSure = open.some(({ before, after }) => isHyphenated(before, after));
  return (
    cased.length >= (isSure ? 1 : leastBreaks(width)) &&
    small.length >= cased.length * shares.small &&
    ofWords.length >= open.length * shares.open
  );
}

/** One broken sentence of wide lines is sign enough; narrow ones could be verse. */
function leastBreaks(width: number): number {
  if (width >= 60) return 1;
  return width >= 45 ? 2 : 3;
}

function breaksOf(group: LineGroup): readonly Break[] {
  return group.slice(1).flatMap((after, index) => {
    const before = group[index] ?? '';
    return startsItem(after) ? [] : [{ before, after }];
  });
}

function joinGroup(group: LineGroup, width: number, whole: string): LineGroup {
  const joined: string[][] = [];
  group.forEach((line, index) => {
    const before = group[index - 1];
    const parts = joined.at(-1);
    if (
      before === undefined ||
      parts === undefined ||
      startsItem(line) ||
      !isBroken({ before, after: line }, width)
    ) {
      joined.push([line]);
      return;
    }
    const { cut, between } = joint(before, line, whole);
    if (cut > 0) parts[parts.length - 1] = (parts.at(-1) ?? '').slice(0, -cut);
    parts.push(between, line);
  });
  return joined.map((parts) => parts.join(''));
}

function isBroken(one: Break, width: number): boolean {
  const goesOn = !endsSentence(one.before) && /^\p{Ll}/u.test(one.after);
  return isFull(one, width) || goesOn || /\p{L}[-\u2010]$/u.test(one.before);
}

/** A paragraph's last line, where no blank line follows. */
function endsParagraph(one: Break, width: number): boolean {
  return endsSentence(one.before) && !isFull(one, width);
}

/** Whether the next word would not have fitted behind a line; the letters of a printed page differ in width. */
function isFull({ before, after }: Break, width: number): boolean {
  const next = isWide(after) ? 2 : columnsOf(/^\S+/.exec(after)?.[0] ?? '') + 1;
  return columnsOf(before) + next > width * 0.9 || isHyphenated(before, after);
}

const isHyphenated = (before: string, after: string): boolean =>
  /\p{L}[-\u2010\u00ad]$/u.test(before) && /^\p{Ll}/u.test(after);

const endsSentence = (line: string): boolean => /[.!?:”"»।。！？]['’)\]]*$/u.test(line);

/** A mark of a list, a quote or a heading, or a speaker's dash. */
const startsItem = (line: string): boolean =>
  /^(?:[-*+•·‣▪◦–—#>](?:\s|$)|#{2,}|\(?\d{1,3}[.)]\s|[a-z][.)]\s)/u.test(line);

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/u;

const wides = new RegExp(wide, 'gu');

const isWide = (text: string): boolean => wide.test(text.charAt(0));

/** Wide characters take two columns. */
function columnsOf(line: string): number {
  return wide.test(line) ? line.length + (line.match(wides)?.length ?? 0) : line.length;
}
