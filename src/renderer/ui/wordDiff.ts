import { commonItems } from '#shared/commonItems';

/** A run of words that two texts share, or that one of them has alone. */
export interface DiffRun {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  /** Where it starts when all runs stand one after the other. */
  readonly start: number;
}

type Run = Omit<DiffRun, 'start'>;

const words = (text: string): readonly string[] => text.match(/\s+|[\p{L}\p{M}\p{N}_’']+|[^\s]/gu) ?? [];

/** Gathers the words of one change: all that went, then all that came. A space between two changes, or after the last, is part of both. */
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
    else if (changing && text.trim() === '' && runs[index + 1]?.kind !== 'same') {
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

function runsOf(before: readonly string[], after: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  let [old, young] = [0, 0];
  for (const [i, j] of [...commonItems(before, after), [before.length, after.length] as const]) {
    runs.push(...before.slice(old, i).map((text) => ({ kind: 'removed', text }) as const));
    runs.push(...after.slice(young, j).map((text) => ({ kind: 'added', text }) as const));
    const text = before[i];
    if (text !== undefined) runs.push({ kind: 'same', text });
    [old, young] = [i + 1, j + 1];
  }
  return runs;
}

/**
 * What turns one text into another, word by word. The runs without the added ones spell `before`, those without
 * the removed ones spell `after`.
 */
export const wordDiff = (before: string, after: string): readonly DiffRun[] =>
  joined(runsOf(words(before), words(after)));
