import { type DiffRun, wordDiff } from './wordDiff';

function Run({ run: { kind, text } }: { readonly run: DiffRun }) {
  if (kind === 'added') return <ins className="rounded-[2px] bg-ok-soft no-underline">{text}</ins>;
  if (kind === 'removed') return <del className="rounded-[2px] bg-bad-soft text-ink-2">{text}</del>;
  return text;
}

interface DiffTextProps {
  /** What stood there before; null when nothing did. */
  readonly base: string | null;
  /** Null when it was taken out. */
  readonly text: string | null;
}

/** One side's text, with what it changed of the base, word by word. */
export function DiffText({ base, text }: DiffTextProps) {
  return (
    <p dir="auto" className="selectable font-story text-list leading-[1.55] break-words whitespace-pre-wrap">
      {text === null && base === null && <span className="font-sans text-meta text-ink-3">Not there</span>}
      {wordDiff(base ?? '', text ?? '').map((run) => (
        <Run key={run.start} run={run} />
      ))}
    </p>
  );
}
