import TurndownService from 'turndown';
import { toHtml } from '#shared/document/toHtml';
import { toMarkdown } from '#shared/document/toMarkdown';
import { makeBodies } from './corpus';
import { reportExportJob } from './exportJob';
import { reportRates } from './figures';
import { proseMirrorMarkdown } from './peers';

const count = 2000;
const turndown = new TurndownService({ headingStyle: 'atx' });
const articles = makeBodies(count).map((body) => ({ body, html: toHtml(body) }));

reportRates('export-markdown', 'an article in memory', articles, [
  { name: 'toMarkdown', work: ({ body }) => toMarkdown(body) },
  { name: 'prosemirror-markdown', work: ({ body }) => proseMirrorMarkdown.serialize(body) },
  { name: 'turndown on domino, from HTML', work: ({ html }) => turndown.turndown(html) },
]);

await reportExportJob('export-markdown', 'markdown', count, {
  name: 'prosemirror-markdown',
  extension: 'md',
  write: (body) => proseMirrorMarkdown.serialize(body),
});
