import { parseDocument } from '#shared/document/document';
import { toMarkdown } from '#shared/document/toMarkdown';
import type { Format } from '../format';
import { frontMatter } from '../frontMatter';

/** CommonMark with YAML front matter; images are named as they stand beside the file. */
export const markdown: Format = {
  extension: 'md',
  render: (article, { section }) => {
    const body = toMarkdown(parseDocument(article.body));
    return `${frontMatter(article, section)}\n${body}\n`;
  },
};
