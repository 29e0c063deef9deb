import type { PageElement } from '../../dom/linkedomTree';
import { parseDocument } from '../../dom/parseHtml';
import { withoutOpenTags } from '../../dom/openTags';

/** The whole page in one element, including its `html`; nothing in it runs or is fetched. */
export function parsePage(html: string): PageElement {
  const document = parseDocument(withoutOpenTags(html));
  const page = document.createElement('nutgraf-page');
  page.appendChild(document.documentElement);
  return page;
}

/** Where sites, and our own export, put the standfirst. */
export const standfirsts =
  '.standfirst, .article-standfirst, .dek, .deck, .article-dek, .article__dek, .article-subtitle, .subheadline, [data-testid="standfirst"]';
