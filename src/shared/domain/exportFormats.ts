import { z } from 'zod';

/**
 * Every export format, in the order in which the dialog offers them; variants are chosen below their format. Its
 * writer is a file in `main/exports/formats` and a line in the index there.
 */
export const exportFormats = {
  markdown: {
    label: 'Markdown',
    hint: 'With the fields as YAML front matter.',
    extension: 'md',
    variantOf: null,
  },
  'markdown-hugo': { label: 'Markdown for Hugo', hint: 'Hugo', extension: 'md', variantOf: 'markdown' },
  'markdown-jekyll': { label: 'Markdown for Jekyll', hint: 'Jekyll', extension: 'md', variantOf: 'markdown' },
  'markdown-eleventy': {
    label: 'Markdown for Eleventy',
    hint: 'Eleventy',
    extension: 'md',
    variantOf: 'markdown',
  },
  html: { label: 'HTML page', hint: 'A whole page, with its metadata.', extension: 'html', variantOf: null },
  'html-fragment': {
    label: 'HTML fragment',
    hint: 'Just the story, to paste elsewhere.',
    extension: 'html',
    variantOf: null,
  },
  json: { label: 'JSON', hint: 'Everything the store knows.', extension: 'json', variantOf: null },
} as const satisfies Record<string, FormatRow>;

interface FormatRow {
  readonly label: string;
  /** What it produces, in a few words; for a variant, whom it is for. */
  readonly hint: string;
  /** The file name extension, without its dot. */
  readonly extension: string;
  readonly variantOf: string | null;
}

export type ExportFormat = keyof typeof exportFormats;

const names = Object.keys(exportFormats) as readonly ExportFormat[];

export const exportFormat = z.enum(names);

export const mainFormats = names.filter((name) => exportFormats[name].variantOf === null);

/** A format and its variants, or just the format if it has none. */
export const variantsOf = (main: ExportFormat): readonly ExportFormat[] =>
  names.filter((name) => name === main || exportFormats[name].variantOf === main);

export const mainFormatOf = (format: ExportFormat): ExportFormat => exportFormats[format].variantOf ?? format;
