import type { ExportFormat } from '#shared/domain/exportJob';
import type { Format } from '../format';
import { html } from './html';
import { htmlFragment } from './htmlFragment';
import { json } from './json';
import { markdown, markdownForEleventy, markdownForHugo, markdownForJekyll } from './markdown';

/** Every export format: a new one is a file here and a line below. */
export const formats = {
  markdown,
  'markdown-hugo': markdownForHugo,
  'markdown-jekyll': markdownForJekyll,
  'markdown-eleventy': markdownForEleventy,
  html,
  'html-fragment': htmlFragment,
  json,
} as const satisfies Record<ExportFormat, Format>;
