import { articleContent } from '#shared/domain/article';
import type { Id } from '#shared/domain/id';
import { parseDocument } from '#shared/document/document';
import { homelessLinks } from '#shared/document/homelessLinks';
import type { Reader } from '../store';
import { statement } from '../sql/statement';

/**
 * The incomplete addresses that an article's import brought along: nobody knows which page they belong to, and on
 * one's own site they would lead to one's own pages. One that was typed, or came from one's own site, is not among
 * them.
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

/** Empty for a revision that was damaged on disk: that is reported where it is opened. */
function linksIn(text: string): readonly string[] {
  try {
    return homelessLinks(parseDocument(articleContent.parse(JSON.parse(text)).body));
  } catch {
    return [];
  }
}
