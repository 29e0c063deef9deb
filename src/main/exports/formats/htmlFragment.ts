import { parseDocument } from '#shared/document/document';
import { toHtml } from '#shared/document/toHtml';
import { scriptOf } from '#shared/document/script';
import type { Format } from '../format';
import { htmlOptions } from '../htmlOptions';

/** The body alone, ready to be put into a page. */
export const htmlFragment = {
  render: (article, context) => {
    const body = parseDocument(article.body);
    const { direction } = scriptOf(article, body);
    return `${toHtml(body, { ...htmlOptions(context), direction })}\n`;
  },
} satisfies Format;
