/** Words by which a line is recognised. Case, punctuation and letter width do not matter. */
export interface Phrases {
  /** The whole line, or its repetitions, ignoring a count before or after it. */
  readonly whole?: readonly string[];
  /** How the line begins. */
  readonly opening?: readonly string[];
  /** What comes before the line's colon. */
  readonly label?: readonly string[];
  /** What the line contains anywhere. */
  readonly inside?: readonly string[];
}

/** Phrases as they read best in a table: separated by commas, on as many lines as they need. */
export function list(phrases: string): readonly string[] {
  return phrases
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}

export type PhraseMatch = 'whole' | 'part';

/** A line reduced to its words: lower-case letters, marks and digits, separated by single spaces. */
export function bareWords(line: string): string {
  const small = line.toLowerCase();
  // Nearly all lines of most pages are ASCII, which needs neither normalising nor Unicode's tables.
  if (!/[^\t-~]/.test(small)) return small.replace(/[^a-z0-9_]+/g, ' ').trim();
  return small
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, ' ')
    .trim();
}

/** A test of one line against the phrases, compiled once. */
export function phraseMatcher(phrases: Phrases): (line: string, bare: string) => PhraseMatch | null {
  const { whole = [], opening = [], label: before = [], inside = [] } = phrases;
  const wholes = new Set(whole.map(bareWords));
  const labels = new Set(before.map(bareWords));
  const openings = byFirstWord(opening.map(bareWords));
  const insides = inside.map(bareWords);
  return (line, bare) => {
    if (wholes.has(bare) || wholes.has(withoutCount(bare))) return 'whole';
    if (openings.get(firstWord(bare))?.some((phrase) => `${bare} `.startsWith(`${phrase} `))) return 'part';
    if (insides.some((phrase) => ` ${bare} `.includes(` ${phrase} `))) return 'part';
    const label = labels.size > 0 ? beforeColon(line) : null;
    return label !== null && labels.has(label) ? 'part' : null;
  };
}

function firstWord(bare: string): string {
  const end = bare.indexOf(' ');
  return end < 0 ? bare : bare.slice(0, end);
}

function byFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const phrase of phrases)
    found.set(firstWord(phrase), [...(found.get(firstWord(phrase)) ?? []), phrase]);
  return found;
}

function withoutCount(bare: string): string {
  if (!/\p{N}/u.test(bare)) return bare;
  return bare.replace(/^\p{N}+ | \p{N}+$/gu, '');
}

function beforeColon(line: string): string | null {
  const colon = line.search(/[:：]/u);
  return colon < 1 || colon > 60 ? null : bareWords(line.slice(0, colon));
}
