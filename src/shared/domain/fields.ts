import { z } from 'zod';
import { documentJson, EMPTY_DOCUMENT } from './documentJson';
import { HASHTAG_LIMIT, hashtag } from './hashtag';
import { id, time } from './id';
import type { PostSnapshot } from './postSnapshot';
import { say, saying } from '../language/say';

/**
 * The control that the Article tab shows for a field; null if the field belongs in the head of the story or its body.
 */
export type FieldControl =
  'line' | 'slug' | 'text' | 'time' | 'hold' | 'section' | 'status' | 'language' | 'direction';

/** Everything there is to know about a field; the rest of the app folds over {@link articleFields}. */
interface FieldRow {
  readonly label: () => string;
  readonly kind: 'line' | 'text' | 'time' | 'hold' | 'choice' | 'section' | 'hashtags' | 'body' | 'language';
  readonly schema: z.ZodType;
  /** For a written field, the maximum length in UTF-16 code units. */
  readonly limit?: number;
  readonly placeholder?: () => string;
  /** The value in a new article. It must fit the schema; a content hash leaves out `''`, `[]` and null. */
  readonly blank: unknown;
  /** Its column of `articles`; null for a field with a table of its own. */
  readonly column: string | null;
  /** Whether the column holds JSON; otherwise it is text or a number. */
  readonly isJson?: true;
  /** Its front matter keys, best first; our own export writes the first. Empty: nothing is read or written. */
  readonly frontMatter: readonly string[];
  readonly control: FieldControl | null;
  /** Whether it is at the top of that tab, with what is asked first about an article. */
  readonly isFirst?: true;
  /** The choices, each with its label. */
  readonly choices?: Readonly<Record<string, () => string>>;
  /** Whether restoring an earlier version restores it, or it stays with the article whatever its text. */
  readonly isOfText: boolean;
  /** Its part of the post sent to a CMS. */
  readonly post: keyof PostSnapshot | null;
}

interface LineRow {
  readonly label: () => string;
  /** The maximum length in UTF-16 code units; CMSs cut or refuse anything longer. */
  readonly limit: number;
  readonly placeholder: () => string;
  readonly frontMatter: readonly string[];
}

/** Worded only when needed: number formatting takes longer to load than the schema. */
const tooLong = (label: () => string, limit: number) => (): string =>
  say('{field}: at most {limit, number} characters. Shorten it and try again.', { field: label(), limit });

/** A field that is one line of text. */
const line = <Control extends FieldControl | null, Post extends keyof PostSnapshot | null>(
  row: LineRow & { readonly column: string; readonly control: Control; readonly post: Post },
) =>
  ({
    ...row,
    kind: 'line',
    schema: z
      .string()
      .overwrite(oneLine)
      .max(row.limit, { error: tooLong(row.label, row.limit) }),
    blank: '',
    isOfText: true,
  }) as const;

/** The maximum length of the reason for a hold, in UTF-16 code units. */
export const HOLD_REASON_LIMIT = 500;

/** The stage of a story. Trash is separate (`trashedAt`), so that an article can be put back at its stage. */
export const articleStatus = z.enum(['draft', 'ready', 'scheduled', 'published', 'killed']);

/**
 * The one table of everything an editor can change in an article. The article's schema, the store's columns, the
 * form, front matter, revisions and the words of a difference fold over it: a new field is a row here and a
 * migration. One that is sent to a site is also written by each adapter. New rows go at the end: content is hashed in
 * this order.
 */
export const articleFields = {
  headline: line({
    label: saying('Headline'),
    limit: 1000,
    placeholder: saying('Headline'),
    column: 'headline',
    frontMatter: ['headline', 'title'],
    control: null,
    post: 'headline',
  }),
  standfirst: line({
    label: saying('Standfirst'),
    limit: 2000,
    placeholder: saying('Standfirst: the story in a sentence or two'),
    column: 'standfirst',
    frontMatter: ['standfirst', 'description', 'subtitle', 'summary', 'excerpt', 'deck', 'dek'],
    control: null,
    post: 'standfirst',
  }),
  kicker: line({
    label: saying('Kicker'),
    limit: 200,
    placeholder: saying('Kicker'),
    column: 'kicker',
    frontMatter: ['kicker', 'eyebrow'],
    control: 'line',
    post: null,
  }),
  byline: line({
    label: saying('Byline'),
    limit: 500,
    placeholder: saying('Byline'),
    column: 'byline',
    frontMatter: ['byline', 'author', 'authors'],
    control: 'line',
    post: null,
  }),
  dateline: line({
    label: saying('Dateline'),
    limit: 200,
    placeholder: saying('Dateline'),
    column: 'dateline',
    frontMatter: ['dateline', 'location'],
    control: 'line',
    post: null,
  }),
  slug: line({
    label: saying('Slug'),
    limit: 185,
    placeholder: () => 'made-from-the-headline',
    column: 'slug',
    frontMatter: ['slug'],
    control: 'slug',
    post: 'slug',
  }),
  sectionId: {
    label: saying('Section'),
    kind: 'section',
    schema: id.nullable(),
    blank: null,
    column: 'section_id',
    frontMatter: ['section', 'category', 'categories', 'sections'],
    control: 'section',
    isFirst: true,
    isOfText: true,
    post: 'sections',
  },
  hashtags: {
    label: saying('Hashtags'),
    kind: 'hashtags',
    schema: z.array(hashtag).max(HASHTAG_LIMIT).readonly(),
    blank: [],
    column: null,
    frontMatter: ['hashtags', 'tags', 'keywords', 'tag'],
    control: null,
    isOfText: true,
    post: 'hashtags',
  },
  body: {
    label: saying('Text'),
    kind: 'body',
    schema: documentJson,
    blank: EMPTY_DOCUMENT,
    column: 'body',
    frontMatter: [],
    control: null,
    isOfText: true,
    post: 'content',
  },
  language: {
    label: saying('Language'),
    kind: 'language',
    /** BCP 47, empty when unknown. */
    schema: z.string().max(35),
    blank: '',
    column: 'language',
    frontMatter: ['language', 'lang', 'locale'],
    control: 'language',
    isOfText: true,
    post: null,
  },
  direction: {
    label: saying('Direction'),
    kind: 'choice',
    schema: z.enum(['ltr', 'rtl', 'auto']),
    choices: { auto: saying('By text'), ltr: saying('Left'), rtl: saying('Right') },
    blank: 'auto',
    column: 'direction',
    frontMatter: ['direction', 'dir'],
    control: 'direction',
    isOfText: true,
    post: null,
  },
  status: {
    label: saying('Status'),
    kind: 'choice',
    schema: articleStatus,
    choices: {
      draft: saying('Draft'),
      ready: saying('Ready'),
      scheduled: saying('Scheduled'),
      published: saying('Published'),
      killed: saying('Killed'),
    },
    blank: 'draft',
    column: 'status',
    frontMatter: ['status'],
    control: 'status',
    isFirst: true,
    isOfText: false,
    post: null,
  },
  editorsNote: {
    label: saying('Editor’s note'),
    kind: 'text',
    limit: 5000,
    placeholder: saying('For whoever works on this next. Never sent to a site.'),
    schema: z
      .string()
      .overwrite(plainLines)
      .max(5000, { error: tooLong(saying('Editor’s note'), 5000) }),
    blank: '',
    column: 'editors_note',
    frontMatter: ['editors_note'],
    control: 'text',
    isOfText: false,
    post: null,
  },
  embargo: {
    label: saying('Embargo until'),
    kind: 'time',
    schema: time.nullable(),
    blank: null,
    column: 'embargo',
    frontMatter: ['embargo'],
    control: 'time',
    isFirst: true,
    isOfText: false,
    post: null,
  },
  legalHold: {
    label: saying('Legal hold'),
    kind: 'hold',
    schema: z.strictObject({ reason: z.string().overwrite(oneLine).max(HOLD_REASON_LIMIT) }).nullable(),
    blank: null,
    column: 'legal_hold',
    isJson: true,
    frontMatter: ['legal_hold'],
    control: 'hold',
    isFirst: true,
    isOfText: false,
    post: null,
  },
} as const satisfies Record<string, FieldRow>;

export type Fields = typeof articleFields;
export type FieldName = keyof Fields;

export const fieldNames = Object.keys(articleFields) as readonly FieldName[];

/** The fields whose rows have this value under this key. */
export type FieldsWith<Key extends 'kind' | 'control', Value> = {
  [Name in FieldName]: Fields[Name][Key] extends Value ? Name : never;
}[FieldName];

/** The fields that are one line of text. */
export type TextField = FieldsWith<'kind', 'line'>;

/** The fields that a person writes, in one line or in several. */
export type WrittenField = FieldsWith<'kind', 'line' | 'text'>;

/** What a written field may contain while it is typed, and what is kept of it when the field is left. */
export const writtenForms = {
  line: { typed: oneLine, kept: tidyLine },
  text: { typed: plainLines, kept: (text: string) => plainLines(text).trim().normalize('NFC') },
} as const;

export const textFieldNames = fieldNames.filter(
  (name): name is TextField => articleFields[name].kind === 'line',
);

/**
 * Only characters allowed in a line: a break or another control character becomes a space. A trailing space is kept.
 */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/**
 * Only characters allowed in plain text: every break becomes one line feed, every other control character a space.
 */
function plainLines(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, ' ');
}

/** The text as a field may hold it: one line, NFC, no control characters, no lone surrogates, trimmed. */
export function tidyLine(text: string): string {
  return oneLine(text).trim().normalize('NFC');
}
