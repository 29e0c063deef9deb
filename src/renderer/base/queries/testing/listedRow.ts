import type { ArticleRow } from '#shared/domain/article';

/** A row of a list, of an article that is blank but for what is given. */
export const listedRow = (content: Partial<ArticleRow>): ArticleRow => ({
  id: 'a',
  headline: 'One',
  summary: '',
  sectionId: null,
  language: 'en',
  direction: 'auto',
  status: 'draft',
  trashedAt: null,
  wordCount: 1,
  updatedAt: 1,
  version: 1,
  sync: 'none',
  ...content,
});
