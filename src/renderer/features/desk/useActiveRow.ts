import { useState } from 'react';
import { useNavigation } from '#renderer/app/NavigationProvider';
import type { ArticleRow } from '#shared/domain/article';
import type { Id } from '#shared/domain/id';

export interface ActiveRow {
  /** -1 when no row is active. */
  readonly index: number;
  readonly activate: (index: number) => void;
}

/**
 * The row that the keys act on: the one last moved to, else the open article's. It stays with its article while
 * rows come and go, and when that article leaves the list it is the row that takes its place.
 */
export function useActiveRow(rows: readonly ArticleRow[]): ActiveRow {
  const { articleId } = useNavigation();
  const [active, setActive] = useState<{ readonly id: Id | null; readonly index: number }>({
    id: articleId,
    index: -1,
  });
  const [opened, setOpened] = useState(articleId);
  if (opened !== articleId) {
    setOpened(articleId);
    setActive({ id: articleId, index: -1 });
  }
  const found = rows.findIndex((row) => row.id === active.id);
  return {
    index: found === -1 ? Math.min(active.index, rows.length - 1) : found,
    activate: (index) => setActive({ id: rows[index]?.id ?? null, index }),
  };
}
