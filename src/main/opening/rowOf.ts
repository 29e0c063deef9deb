import type { ArticleRow } from '#shared/domain/article';
import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { say } from '#shared/language/say';
import { articleRowsOf } from '../store/articles/articleList';
import type { Reader } from '../store/store';

/** The row of an article that something leads to. Throws NutgrafError `article_not_here`. */
export function rowOf(reader: Reader, id: Id): ArticleRow {
  const [row] = articleRowsOf(reader, [id]);
  if (row) return row;
  throw new NutgrafError(
    'article_not_here',
    say(
      'The article that this link leads to is not on this computer. It may have been written on another one. Nothing was changed.',
    ),
    id,
  );
}
