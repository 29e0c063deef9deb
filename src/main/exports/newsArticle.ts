import type { Article } from '#shared/domain/article';
import type { ExportContext } from './format';

/** schema.org/NewsArticle as JSON-LD; `<` is escaped so that no text can end the script element it stands in. */
export function newsArticle(article: Article, { section }: ExportContext): string {
  const { headline, standfirst, byline, dateline, hashtags, language, wordCount } = article;
  const all = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline,
    description: standfirst,
    author: byline === '' ? '' : { '@type': 'Person', name: byline },
    dateline,
    articleSection: section ?? '',
    keywords: hashtags,
    inLanguage: language,
    wordCount,
    dateCreated: new Date(article.createdAt).toISOString(),
    dateModified: new Date(article.updatedAt).toISOString(),
  };
  const filled = Object.entries(all).filter(([, value]) => value !== '' && !isEmptyList(value));
  return JSON.stringify(Object.fromEntries(filled)).replaceAll('<', '\\u003c');
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
