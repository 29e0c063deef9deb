/** Words by which a line is told. Case, punctuation and the width of letters do not matter. */
export interface Phrases {
  /** The whole line, or its repetitions; a count before or after it is passed over. */
  readonly whole?: readonly string[];
  /** How the line begins. */
  readonly opening?: readonly string[];
  /** What stands before the line's colon. */
  readonly label?: readonly string[];
  /** What the line holds anywhere. */
  readonly inside?: readonly string[];
}

/** Phrases as they read best in a table: parted by commas, on as many lines as they need. */
export function list(phrases: string): readonly string[] {
  return phrases
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}

export type PhraseMatch = 'whole' | 'part';

/** A line reduced to its words: small letters, marks and digits, parted by single spaces. */
export function bareWords(line: string): string {
  return line
    .normalize('NFKC')
    .toLocaleLowerCase('und')
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, ' ')
    .trim();
}

/** A test of one line against the phrases, made once. */
export function phraseMatcher(phrases: Phrases): (line: string, bare: string) => PhraseMatch | null {
  const { whole = [], opening = [], label: before = [], inside = [] } = phrases;
  const wholes = new Set(whole.map(bareWords));
  const labels = new Set(before.map(bareWords));
  const openings = opening.map(bareWords);
  const insides = inside.map(bareWords);
  return (line, bare) => {
    if (wholes.has(bare) || wholes.has(withoutCount(bare))) return 'whole';
    if (openings.some((phrase) => bare === phrase || bare.startsWith(`${phrase} `))) return 'part';
    if (insides.some((phrase) => ` ${bare} `.includes(` ${phrase} `))) return 'part';
    const label = labels.size > 0 ? beforeColon(line) : null;
    return label !== null && labels.has(label) ? 'part' : null;
  };
}

function withoutCount(bare: string): string {
  return bare.replace(/^\p{N}+ | \p{N}+$/gu, '');
}

function beforeColon(line: string): string | null {
  const colon = line.search(/[:：]/u);
  return colon < 1 || colon > 60 ? null : bareWords(line.slice(0, colon));
}
