import { DOMParser } from '@tiptap/pm/model';
import { parseHTML } from 'linkedom';
import { defaultMarkdownParser } from 'prosemirror-markdown';
import { fromHtml } from '#shared/document/fromHtml';
import { fromMarkdown } from '#shared/document/fromMarkdown';
import { schema } from '#shared/document/schema';
import { toHtml } from '#shared/document/toHtml';
import { toMarkdown } from '#shared/document/toMarkdown';
import { htmlDom } from '../src/main/dom/parseHtml';
import { makeBodies } from './corpus';
import { reportRates } from './figures';

const bodies = makeBodies(500);
const parser = DOMParser.fromSchema(schema);

/** What ProseMirror and linkedom read on their own, without examining the content. */
function readPlainly(html: string) {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return parser.parse(document.body);
}

reportRates(
  'imports',
  'an article from Markdown',
  bodies.map((body) => toMarkdown(body)),
  [
    { name: 'fromMarkdown', work: (text) => fromMarkdown(text) },
    { name: 'prosemirror-markdown', work: (text) => defaultMarkdownParser.parse(text) },
  ],
);

reportRates(
  'imports',
  'an article from HTML',
  bodies.map((body) => toHtml(body)),
  [
    { name: 'fromHtml', work: (html) => fromHtml(html, htmlDom) },
    { name: 'linkedom and ProseMirror’s DOMParser', work: readPlainly },
  ],
);
