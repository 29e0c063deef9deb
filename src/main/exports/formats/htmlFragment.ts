import { parseDocument } from '#shared/document/document';
import { toHtml } from '#shared/document/toHtml';
import type { Format } from '../format';
import { htmlOptions } from '../htmlOptions';

/** The body alone, ready to be put into a page. */
export const htmlFragment: Format = {
  extension: 'html',
  render: (article, context) => `${toHtml(parseDocument(article.body), htmlOptions(context))}\n`,
};
