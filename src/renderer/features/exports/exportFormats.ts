import type { ExportFormat } from '#shared/domain/exportJob';

/** The formats as the dialog offers them, in its order; a variant of one is chosen below it. */
export const exportFormats = {
  markdown: { label: 'Markdown', about: 'With the fields as YAML front matter.', variantOf: null },
  'markdown-hugo': { label: 'Markdown for Hugo', about: 'Hugo', variantOf: 'markdown' },
  'markdown-jekyll': { label: 'Markdown for Jekyll', about: 'Jekyll', variantOf: 'markdown' },
  'markdown-eleventy': { label: 'Markdown for Eleventy', about: 'Eleventy', variantOf: 'markdown' },
  html: { label: 'HTML page', about: 'A whole page, with its metadata.', variantOf: null },
  'html-fragment': { label: 'HTML fragment', about: 'Only the story, to paste elsewhere.', variantOf: null },
  json: { label: 'JSON', about: 'Everything that the store knows.', variantOf: null },
} as const satisfies Record<
  ExportFormat,
  { readonly label: string; readonly about: string; readonly variantOf: ExportFormat | null }
>;

const names = Object.keys(exportFormats) as readonly ExportFormat[];

export const mainFormats = names.filter((name) => exportFormats[name].variantOf === null);

/** A format and its variants; the format alone where it has none. */
export const variantsOf = (main: ExportFormat): readonly ExportFormat[] =>
  names.filter((name) => name === main || exportFormats[name].variantOf === main);

export const mainFormatOf = (format: ExportFormat): ExportFormat => exportFormats[format].variantOf ?? format;
