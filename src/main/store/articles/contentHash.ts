import { createHash } from 'node:crypto';
import { type ArticleContent, articleField } from '#shared/domain/article';

const blank: ReadonlySet<string> = new Set(['""', 'null', '[]']);

/**
 * SHA-256, hex, of what a person wrote in an article, field by field. A blank field is left out, so that a field
 * that comes with a later version changes no older hash. `bodyText` is the body's JSON as it is stored.
 */
export function contentHash(content: Omit<ArticleContent, 'body'>, bodyText: string): string {
  const hash = createHash('sha256');
  for (const field of articleField.options) {
    const text = field === 'body' ? bodyText : JSON.stringify(content[field]);
    if (!blank.has(text)) hash.update(`${field}=${text}\n`);
  }
  return hash.digest('hex');
}
