import { z } from 'zod';
import { saying } from '../language/say';

/**
 * Every export format, in the order in which the dialog offers them; variants are chosen below their format. Its
 * writer is a file in `main/exports/formats` and a line in the index there.
 */
export const exportFormats = {
  markdown: {
    label: saying('Markdown'),
    hint: saying('With the fields as YAML front matter.'),
    extension: 'md',
    variantOf: null,
  },
  'markdown-hugo': {
    label: saying('Markdown for Hugo'),
    hint: saying('Hugo'),
    extension: 'md',
    variantOf: 'markdown',
  },
  'markdown-jekyll': {
    label: saying('Markdown for Jekyll'),
    hint: saying('Jekyll'),
    extension: 'md',
    variantOf: 'markdown',
  },
  'markdown-eleventy': {
    label: saying('Markdown for Eleventy'),
    hint: saying('Eleventy'),
    extension: 'md',
    variantOf: 'markdown',
  },
  html: {
    label: saying('HTML page'),
    hint: saying('A whole page, with its metadata.'),
    extension: 'html',
    variantOf: null,
  },
  'html-fragment': {
    label: saying('HTML fragment'),
    hint: saying('Just the story, to paste elsewhere.'),
    extension: 'html',
    variantOf: null,
  },
  json: {
    label: saying('JSON'),
    hint: saying('Everything the store knows.'),
    extension: 'json',
    variantOf: null,
  },
} as const satisfies Record<string, FormatRow>;

interface FormatRow {
  readonly label: () => string;
  /** What it produces, in a few words; for a variant, whom it is for. */
  readonly hint: () => string;
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
