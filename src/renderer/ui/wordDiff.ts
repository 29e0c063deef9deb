/** A run of words that two texts share, or that one of them has alone. */
export interface DiffRun {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  /** Where it starts when all runs stand one after the other. */
  readonly start: number;
}

type Run = Omit<DiffRun, 'start'>;

/** Above this many pairs of words a text is shown as replaced whole: the table would take too long. */
const PAIRS = 4_000_000;

const words = (text: string): readonly string[] => text.match(/\s+|[\p{L}\p{M}\p{N}_’']+|[^\s]/gu) ?? [];

/** Lengths of the longest common run of words from each pair of positions to the end. */
function commonLengths(
  before: readonly string[],
  after: readonly string[],
): (row: number, column: number) => number {
  const width = after.length + 1;
  const table = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number): number => table[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      table[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  return at;
}

/** Gathers the words of one change: all that went, then all that came. A space between two changes is part of both. */
function joined(runs: readonly Run[]): readonly DiffRun[] {
  const whole: DiffRun[] = [];
  const pending = { same: '', removed: '', added: '' };
  let start = 0;
  const put = (kind: Run['kind']) => {
    const text = pending[kind];
    pending[kind] = '';
    if (text === '') return;
    whole.push({ kind, text, start });
    start += text.length;
  };
  const putChange = () => {
    put('removed');
    put('added');
  };
  runs.forEach(({ kind, text }, index) => {
    const changing = pending.removed !== '' || pending.added !== '';
    if (kind !== 'same') put('same');
    else if (changing && text.trim() === '' && index + 1 < runs.length && runs[index + 1]?.kind !== 'same') {
      pending.removed += text;
      pending.added += text;
      return;
    } else putChange();
    pending[kind] += text;
  });
  put('same');
  putChange();
  return whole;
}

function walk(before: readonly string[], after: readonly string[]): readonly Run[] {
  const length = commonLengths(before, after);
  const runs: Run[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const old = before[row];
    const young = after[column];
    if (old !== undefined && old === young) {
      runs.push({ kind: 'same', text: old });
      row++;
      column++;
    } else if (
      old !== undefined &&
      (young === undefined || length(row + 1, column) >= length(row, column + 1))
    ) {
      runs.push({ kind: 'removed', text: old });
      row++;
    } else if (young !== undefined) {
      runs.push({ kind: 'added', text: young });
      column++;
    }
  }
  return runs;
}

/**
 * What turns one text into another, word by word. The runs without the added ones spell `before`, those without
 * the removed ones spell `after`.
 */
export function wordDiff(before: string, after: string): readonly DiffRun[] {
  const old = words(before);
  const young = words(after);
  if (old.length * young.length > PAIRS) {
    return joined([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  }
  return joined(walk(old, young));
}
