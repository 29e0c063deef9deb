import type { ArticleRow } from '#shared/domain/article';
import type { Id } from '#shared/domain/id';
import { articleRowsOf } from '../store/articles/articleList';
import type { Store } from '../store/store';
import type { AppWindows } from '../windows/appWindows';

/** Tells the windows which articles were written. */
export interface ArticleChanges {
  /** These, `by` the window with that id, which has the answer of its call; null: by a job or by the outbox. */
  readonly tell: (ids: readonly Id[], by: number | null) => void;
  /** Any of them may have changed. */
  readonly tellOfAny: () => void;
}

/** Of more articles than this at once, a window reads what it shows sooner than the rows of all. */
const MOST_ROWS = 100;

export function articleChanges(
  store: Store,
  { publish, publishTo, publishBeside }: Pick<AppWindows, 'publish' | 'publishTo' | 'publishBeside'>,
): ArticleChanges {
  const tellOfAny = (): void => publish('articles.changed', { kind: 'any' });
  return {
    tell: (ids, by) => {
      const rows = ids.length > MOST_ROWS ? null : readRows(store, ids);
      if (rows === null) return tellOfAny();
      if (rows.length === 0) return;
      publishBeside(by)('articles.changed', { kind: 'rows', rows, isOwn: false });
      if (by !== null) publishTo(by)('articles.changed', { kind: 'rows', rows, isOwn: true });
    },
    tellOfAny,
  };
}

/** Null where they cannot be read: the write that is told of stands all the same, and its caller must hear that. */
function readRows(store: Store, ids: readonly Id[]): readonly ArticleRow[] | null {
  try {
    return articleRowsOf(store, ids);
  } catch {
    return null;
  }
}
