import type { ArticleRow } from '#shared/domain/article';
import type { Id } from '#shared/domain/id';
import { articleRowsOf } from '../store/articles/articleList';
import type { Store } from '../store/store';
import type { AppWindows } from '../windows/appWindows';

/** Tells the windows which articles changed. */
export interface ArticleChanges {
  /**
   * These articles, changed `by` the window with that id, which has the answer to its call; null: by a job or the
   * outbox.
   */
  readonly tell: (ids: readonly Id[], by: number | null) => void;
  /** Any of them may have changed. */
  readonly tellOfAny: () => void;
}

/** For more articles than this at once, a window reads what it shows faster than all the rows. */
const MOST_ROWS = 100;

export function articleChanges(
  store: Store,
  { publish, publishTo, publishBeside }: Pick<AppWindows, 'publish' | 'publishTo' | 'publishBeside'>,
  onChange: () => void = () => undefined,
): ArticleChanges {
  const tellOfAny = (): void => {
    publish('articles.changed', { kind: 'any' });
    onChange();
  };
  return {
    tell: (ids, by) => {
      const rows = ids.length > MOST_ROWS ? null : readRows(store, ids);
      if (rows === null) return tellOfAny();
      if (rows.length === 0) return;
      onChange();
      publishBeside(by)('articles.changed', { kind: 'rows', rows, isOwn: false });
      if (by !== null) publishTo(by)('articles.changed', { kind: 'rows', rows, isOwn: true });
    },
    tellOfAny,
  };
}

/** Null where they cannot be read: the write they describe still counts, and its caller must be told. */
function readRows(store: Store, ids: readonly Id[]): readonly ArticleRow[] | null {
  try {
    return articleRowsOf(store, ids);
  } catch {
    return null;
  }
}
