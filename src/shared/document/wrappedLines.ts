/** Lines between the same two blank lines. */
export type LineGroup = readonly string[];

/** The widths, in columns, at which mail programs, wires, typewriters and printed columns break lines. */
const widths = { least: 20, most: 150 } as const;

/** How far a text is searched for a word's own spelling, in code units. */
const LONGEST_TEXT = 20_000;

/** The share of breaks that must look like a fixed width's before any is undone. */
const shares = { full: 0.8, open: 0.5, small: 0.4 } as const;

/** One line of a group and the line after it. */
interface Break {
  readonly before: string;
  readonly after: string;
}

/**
 * Joins the lines of each paragraph of a text that was broken at a fixed width, as mail, wire copy and printed pages
 * are, and undoes hyphens added by the breaks. Any other text stays as it is: verse, lists, addresses. A fixed width
 * shows in that, throughout the text, the next word would not have fitted; that most breaks are inside sentences; and
 * that, in scripts with case, lower-case letters follow them.
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

/** Whether sentences run over the breaks: in lower-case letters, or in a script without case over many full lines. */
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

/** One broken sentence of wide lines is enough; narrow ones could be verse. */
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

/** A paragraph's last line, if no blank line follows. */
function endsParagraph(one: Break, width: number): boolean {
  return endsSentence(one.before) && !isFull(one, width);
}

/** Whether the next word would not have fitted on a line; letters of a printed page differ in width. */
function isFull({ before, after }: Break, width: number): boolean {
  const next = isWide(after) ? 2 : columnsOf(/^\S+/.exec(after)?.[0] ?? '') + 1;
  return columnsOf(before) + next > width * 0.9 || isHyphenated(before, after);
}

const isHyphenated = (before: string, after: string): boolean =>
  /\p{L}[-\u2010\u00ad]$/u.test(before) && /^\p{Ll}/u.test(after);

const endsSentence = (line: string): boolean => /[.!?:”"»।。！？]['’)\]]*$/u.test(line);

/** A list, quote or heading marker, or a speaker's dash. */
const startsItem = (line: string): boolean =>
  /^(?:[-*+•·‣▪◦–—#>](?:\s|$)|#{2,}|\(?\d{1,3}[.)]\s|[a-z][.)]\s)/u.test(line);

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/u;

const wides = new RegExp(wide, 'gu');

const isWide = (text: string): boolean => wide.test(text.charAt(0));

/** Wide characters take two columns. */
function columnsOf(line: string): number {
  return wide.test(line) ? line.length + (line.match(wides)?.length ?? 0) : line.length;
}

/** Scripts that do not separate words with spaces. */
const unspaced =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u3001-\\u303f\\uff01-\\uff60]';
const unspacedEnd = new RegExp(`${unspaced}$`, 'u');
const unspacedStart = new RegExp(`^${unspaced}`, 'u');

/** In code units; anything longer is not a word. */
const LONGEST_WORD = 100;

/** Words before which a hyphen stands for a word that comes later: "pre- and post-war", "Nord- und Südseite". */
const joining = new Set('and or to und oder bzw sowie bis et ou y och og eller en of e'.split(' '));

/** First and last parts of words that are hyphenated even in the middle of a line. */
const firstParts = new Set(
  'well self half quarter two three twenty thirty forty fifty sixty seventy eighty ninety peut vice'.split(
    ' ',
  ),
);
const lastParts = new Set(
  'known based term level old led born sized owned backed speaking looking class profile ranking minded fashioned related style haul lasting standing held being wing même mêmes être midi'.split(
    ' ',
  ),
);

/**
 * How two broken lines are rejoined: what is removed from the end of the first, and what goes between. Between words
 * there is a space, if their script has spaces. A final hyphen is removed if it only breaks a word, and stays if the
 * word has one: before a capital or a number, beside another hyphen, in a known compound, or where `whole`, the
 * surrounding text in lower case, spells it so.
 */
function joint(
  before: string,
  after: string,
  whole: string,
): { readonly cut: number; readonly between: string } {
  if (before.endsWith('\u00ad')) return { cut: 1, between: '' };
  const [, first] =
    /([\p{L}\p{M}\p{N}'’-]*[\p{L}\p{M}\p{N}])[-\u2010]$/u.exec(before.slice(-LONGEST_WORD)) ?? [];
  if (first === undefined) {
    return { cut: 0, between: unspacedEnd.test(before.slice(-2)) && unspacedStart.test(after) ? '' : ' ' };
  }
  const second = /^[\p{L}\p{M}]+/u.exec(after.slice(0, LONGEST_WORD))?.[0] ?? '';
  if (joining.has(second)) return { cut: 0, between: ' ' };
  return { cut: keepsHyphen(first.toLowerCase(), second, whole) ? 0 : 1, between: '' };
}

function keepsHyphen(first: string, second: string, whole: string): boolean {
  if (!/^\p{Ll}/u.test(second) || !/\p{L}$/u.test(first)) return true;
  if (first.includes('-') || firstParts.has(first) || (first.length > 2 && lastParts.has(second)))
    return true;
  return whole.includes(`${first}-${second}`) && !whole.includes(`${first}${second}`);
}
