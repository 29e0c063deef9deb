import type { ExportFormat } from '#shared/domain/exportFormats';
import type { Format } from '../format';
import { html, htmlFragment } from './html';
import { json } from './json';
import { markdown, markdownForEleventy, markdownForHugo, markdownForJekyll } from './markdown';

/** The writer of each format: a new one is a file here, a line below and a row in the table of formats. */
export const formats = {
  markdown,
  'markdown-hugo': markdownForHugo,
  'markdown-jekyll': markdownForJekyll,
  'markdown-eleventy': markdownForEleventy,
  html,
  'html-fragment': htmlFragment,
  json,
} as const satisfies Record<ExportFormat, Format>;
