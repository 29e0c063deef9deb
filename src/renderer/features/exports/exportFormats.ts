import type { ExportFormat } from '#shared/domain/exportJob';

/** The formats as the dialog offers them, in its order. */
export const exportFormats = {
  markdown: { label: 'Markdown', about: 'With the fields as YAML front matter.' },
  html: { label: 'HTML page', about: 'A whole page, with its metadata.' },
  'html-fragment': { label: 'HTML fragment', about: 'Only the story, to paste elsewhere.' },
  json: { label: 'JSON', about: 'Everything that the store knows.' },
} as const satisfies Record<ExportFormat, { readonly label: string; readonly about: string }>;

export const exportFormatNames = Object.keys(exportFormats) as readonly ExportFormat[];
