import { useState } from 'react';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { observable, useObservable } from '#renderer/base/observable';
import type { Id } from '#shared/domain/id';
import type { ListRows } from './useListRows';

export interface ActiveRow {
  /** -1 when no row is active. */
  readonly index: number;
  readonly activate: (index: number) => void;
}

/** Counts how often the list was told to begin at its first row. */
const beginnings = observable(0);

/** Makes the first row the active one, as what goes from a search to its hits does. */
export function activateFirstRow(): void {
  beginnings.set((count) => count + 1);
}

interface Active {
  readonly id: Id | null;
  /** Where it stood last. */
  readonly index: number;
}

/** What makes another row active by itself. */
function useTurns(setActive: (change: (now: Active) => Active) => void): void {
  const { articleId, query } = useNavigation();
  const first = useObservable(beginnings);
  const [before, setBefore] = useState({ articleId, query, first });
  if (before.articleId === articleId && before.query === query && before.first === first) return;
  setBefore({ articleId, query, first });
  const isSearch = query.trim() !== '' && query !== before.query;
  if (isSearch || before.first !== first) setActive(() => ({ id: null, index: 0 }));
  else setActive(({ index }) => ({ id: articleId, index }));
}

/**
 * The row that the keys act on: the one last moved to, else the open article's; of a search, the first hit. It stays
 * with its article while rows come and go, and when that article leaves the list it is the row that takes its place.
 */
export function useActiveRow({ rows, isCurrent }: ListRows): ActiveRow {
  const { articleId } = useNavigation();
  const [active, setActive] = useState<Active>({ id: articleId, index: -1 });
  useTurns(setActive);
  const found = active.id === null ? -1 : rows.findIndex((row) => row.id === active.id);
  const index = found === -1 ? Math.min(active.index, rows.length - 1) : found;
  // What stands there now is the row meant, once the rows are those that were asked for. The open article may be
  // on its way into the list: it is waited for.
  const settles = isCurrent && index !== -1 && active.id !== articleId;
  const id = settles ? (rows[index]?.id ?? null) : active.id;
  if (id !== active.id || (found !== -1 && found !== active.index)) setActive({ id, index });
  return {
    index,
    activate: (next) => setActive({ id: isCurrent ? (rows[next]?.id ?? null) : null, index: next }),
  };
}
