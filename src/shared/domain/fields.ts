import { z } from 'zod';

/**
 * The one list of an article's text fields. The store's columns, the form, the exports' front matter and the
 * CMS adapters all read it: a new field is one entry here and one migration.
 * `limit` is in UTF-16 code units; WordPress and Ghost cut or refuse longer ones.
 */
export const textFields = {
  headline: { label: 'Headline', limit: 1000, placeholder: 'Headline', frontMatter: 'headline' },
  standfirst: {
    label: 'Standfirst',
    limit: 2000,
    placeholder: 'Standfirst: the story in a sentence or two',
    frontMatter: 'standfirst',
  },
  kicker: { label: 'Kicker', limit: 200, placeholder: 'Kicker', frontMatter: 'kicker' },
  byline: { label: 'Byline', limit: 500, placeholder: 'Byline', frontMatter: 'byline' },
  dateline: { label: 'Dateline', limit: 200, placeholder: 'Dateline', frontMatter: 'dateline' },
  slug: { label: 'Slug', limit: 185, placeholder: 'made-from-the-headline', frontMatter: 'slug' },
} as const satisfies Record<
  string,
  {
    readonly label: string;
    readonly limit: number;
    readonly placeholder: string;
    readonly frontMatter: string;
  }
>;

export type TextField = keyof typeof textFields;

export const textFieldNames = Object.keys(textFields) as readonly TextField[];

/** One line of text that fits the field: no line break, no lone surrogate, at most `limit` code units. */
export function textFieldSchema(field: TextField): z.ZodString {
  const { label, limit } = textFields[field];
  return z
    .string()
    .max(limit, `${label}: at most ${limit.toLocaleString('en')} characters. Shorten it and try again.`);
}

/** The text as a field may hold it: one line, NFC, no control character, no lone surrogate, trimmed. */
export function tidyLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .normalize('NFC');
}
