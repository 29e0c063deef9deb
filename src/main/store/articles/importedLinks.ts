import { articleContent } from '#shared/domain/article';
import type { Id } from '#shared/domain/id';
import { parseDocument } from '#shared/document/document';
import { homelessLinks } from '#shared/document/homelessLinks';
import type { Reader } from '../store';
import { statement } from '../sql/statement';

/**
 * The addresses without a site that an article's import brought along: nobody knows what page they are of, and on
 * one's own site they would lead to one's own pages. One that was typed, or came from one's own site, is none of them.
 */
export function importedHomelessLinks({ db }: Reader, articleId: Id): ReadonlySet<string> {
  const texts = statement<[Id], string>(
    db,
    "SELECT content FROM revisions WHERE article_id = ? AND reason = 'import'",
  )
    .pluck()
    .all(articleId);
  return new Set(texts.flatMap(linksIn));
}

/** None in a revision that changed on the disk by itself: it is told where it is asked for. */
function linksIn(text: string): readonly string[] {
  try {
    return homelessLinks(parseDocument(articleContent.parse(JSON.parse(text)).body));
  } catch {
    return [];
  }
}
