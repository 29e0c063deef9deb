import { createContext, Fragment, use, useEffect, useRef } from 'react';
import { classes } from '#renderer/ui/classes';
import { type Entry, hitsIn } from './settingsSearch';

interface Search {
  readonly query: string;
  readonly found: readonly Entry[];
  /** The hit that was gone to last. */
  readonly current: Entry | null;
}

const NO_SEARCH: Search = { query: '', found: [], current: null };

/** What is looked for in the settings. */
export const SearchContext = createContext<Search>(NO_SEARCH);

interface MarkedProps {
  readonly text: string;
  /** Marked as a whole where it was found by another word than those it shows. */
  readonly entry?: string;
}

/** A text with what is looked for marked. */
export function Marked({ text, entry }: MarkedProps) {
  const { query, found } = use(SearchContext);
  const isFound = found.some(
    ({ id, label, about }) => id === entry && hitsIn(`${label} ${about}`, query).length === 0,
  );
  const hits = isFound ? [{ from: 0, to: text.length }] : hitsIn(text, query);
  const ends = [0, ...hits.map(({ to }) => to)];
  return (
    <>
      {hits.map(({ from, to }, index) => (
        <Fragment key={from}>
          {text.slice(ends[index], from)}
          <mark className="rounded-small bg-mark text-ink underline decoration-1 underline-offset-2">
            {text.slice(from, to)}
          </mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}

/** What one entry of the search is drawn with: in view and framed while it is the hit that was gone to. */
export function useHit(entry: string) {
  const { current } = use(SearchContext);
  const isCurrent = current?.id === entry;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return {
    ref,
    'data-entry': entry,
    look: classes(isCurrent && 'rounded-card outline-2 -outline-offset-2 outline-accent'),
  };
}
