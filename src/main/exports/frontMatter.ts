import { stringify } from 'yaml';
import type { Article } from '#shared/domain/article';
import { textFieldNames, textFields } from '#shared/domain/fields';

/**
 * An article's fields as YAML front matter between `---` lines (the convention of Jekyll and Hugo). Empty fields
 * are left out; times are ISO 8601 in UTC. The importer reads the same keys back.
 */
export function frontMatter(article: Article, section: string | null): string {
  const texts = textFieldNames.map((field) => [textFields[field].frontMatter, article[field]] as const);
  const all: readonly (readonly [string, string | readonly string[] | null])[] = [
    ...texts,
    ['section', section],
    ['hashtags', article.hashtags],
    ['status', article.status],
    ['language', article.language],
    ['direction', article.direction === 'auto' ? null : article.direction],
    ['created', new Date(article.createdAt).toISOString()],
    ['updated', new Date(article.updatedAt).toISOString()],
    ['id', article.id],
  ];
  const filled = all.filter(([, value]) => value !== null && value.length > 0);
  return `---\n${stringify(Object.fromEntries(filled), { lineWidth: 0 })}---\n`;
}
