import { Fragment } from 'react';

interface MarkedProps {
  readonly text: string;
  /** What is marked, in order and without overlap; UTF-16 code units. */
  readonly hits: readonly { readonly from: number; readonly to: number }[];
}

/** A text with the parts marked that somebody looks for. */
export function Marked({ text, hits }: MarkedProps) {
  const ends = [0, ...hits.map(({ to }) => to)];
  return (
    <>
      {hits.map(({ from, to }, index) => (
        <Fragment key={from}>
          {text.slice(ends[index], from)}
          <mark className="rounded-small bg-mark text-ink">{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
