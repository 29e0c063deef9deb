import { renderToHTMLString } from '@tiptap/static-renderer/pm/html-string';
import { extensions } from '#shared/document/schema';
import { toHtml } from '#shared/document/toHtml';
import { makeBodies } from './corpus';
import { reportExportJob } from './exportJob';
import { reportRates } from './figures';

const count = 2000;
const withExtensions = { extensions: [...extensions] };

reportRates('export-html', 'an article in memory', makeBodies(count), [
  { name: 'toHtml', work: (body) => toHtml(body) },
  { name: '@tiptap/static-renderer', work: (content) => renderToHTMLString({ ...withExtensions, content }) },
]);

await reportExportJob('export-html', 'html-fragment', count, {
  name: '@tiptap/static-renderer',
  extension: 'html',
  write: (content) => renderToHTMLString({ ...withExtensions, content }),
});
