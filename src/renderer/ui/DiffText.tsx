import { commonItems } from '#shared/commonItems';
import { say } from '#shared/language/say';

function Run({ run: { kind, text } }: { readonly run: DiffRun }) {
  if (kind === 'added') return <ins className="rounded-[2px] bg-ok-soft no-underline">{text}</ins>;
  if (kind === 'removed') return <del className="rounded-[2px] bg-bad-soft text-ink-2">{text}</del>;
  return text;
}

interface DiffTextProps {
  /** The base's text; null when there was none. */
  readonly base: string | null;
  /** Null when it was removed. */
  readonly text: string | null;
}

/** One side's text, with its changes to the base marked word by word. */
export function DiffText({ base, text }: DiffTextProps) {
  return (
    <p dir="auto" className="selectable font-story text-list leading-[1.55] break-words whitespace-pre-wrap">
      {text === null && base === null && (
        <span className="font-sans text-meta text-ink-3">{say('Not there')}</span>
      )}
      {wordDiff(base ?? '', text ?? '').map((run) => (
        <Run key={run.start} run={run} />
      ))}
    </p>
  );
}

/** A run of words that two texts share, or that only one of them has. */
export interface DiffRun {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  /** Where it starts when all runs are joined. */
  readonly start: number;
}

type UnplacedRun = Omit<DiffRun, 'start'>;

const words = (text: string): readonly string[] => text.match(/\s+|[\p{L}\p{M}\p{N}_’']+|[^\s]/gu) ?? [];

/**
 * Groups the words of one change: all that were removed, then all that were added. A space between two changes, or
 * after the last, belongs to both.
 */
function joined(runs: readonly UnplacedRun[]): readonly DiffRun[] {
  const whole: DiffRun[] = [];
  const pending = { same: '', removed: '', added: '' };
  let start = 0;
  const put = (kind: UnplacedRun['kind']) => {
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

function runsOf(before: readonly string[], after: readonly string[]): readonly UnplacedRun[] {
  const runs: UnplacedRun[] = [];
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
 * What turns one text into another, word by word. The runs without the added ones spell `before`, those without the
 * removed ones spell `after`.
 */
export const wordDiff = (before: string, after: string): readonly DiffRun[] =>
  joined(runsOf(words(before), words(after)));
