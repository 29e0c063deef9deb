import { z } from 'zod';
import { documentJson, EMPTY_DOCUMENT } from './documentJson';
import { HASHTAG_LIMIT, hashtag } from './hashtag';
import { id, time } from './id';
import type { PostSnapshot } from './postSnapshot';

/** What the tab Article shows a field with; null where the head of the story or its body is the place for it. */
export type FieldControl =
  'line' | 'slug' | 'text' | 'time' | 'hold' | 'section' | 'status' | 'language' | 'direction';

/** What is to be said of a field; the rest of the app folds over {@link articleFields}. */
interface FieldRow {
  readonly label: string;
  readonly kind: 'line' | 'text' | 'time' | 'hold' | 'choice' | 'section' | 'hashtags' | 'body' | 'language';
  readonly schema: z.ZodType;
  /** Of a written field, the most UTF-16 code units. */
  readonly limit?: number;
  readonly placeholder?: string;
  /** What a new article has. It must fit the schema, and a hash of the content leaves `''`, `[]` and null out. */
  readonly blank: unknown;
  /** Its column of `articles`; null for what has a table of its own. */
  readonly column: string | null;
  /** Whether the column holds its JSON; else it is a text or a number as it stands. */
  readonly isJson?: true;
  /** Its keys in front matter, best first; our own export writes the first. None: nothing is read or written. */
  readonly frontMatter: readonly string[];
  readonly control: FieldControl | null;
  /** Whether it stands at the top of that tab, with what is asked first of an article. */
  readonly isFirst?: true;
  /** What a person chooses from, each with its label. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Whether an earlier version brings it back, or it stands with the article whatever its text is. */
  readonly isOfText: boolean;
  /** Its part of the post that a CMS is sent. */
  readonly post: keyof PostSnapshot | null;
}

interface LineRow {
  readonly label: string;
  /** The most UTF-16 code units; CMSs cut or refuse longer ones. */
  readonly limit: number;
  readonly placeholder: string;
  readonly frontMatter: readonly string[];
}

function tooLong(label: string, limit: number): string {
  return `${label}: at most ${limit.toLocaleString('en')} characters. Shorten it and try again.`;
}

/** A field that is one line of text. */
const line = <Control extends FieldControl | null, Post extends keyof PostSnapshot | null>(
  row: LineRow & { readonly column: string; readonly control: Control; readonly post: Post },
) =>
  ({
    ...row,
    kind: 'line',
    schema: z.string().overwrite(oneLine).max(row.limit, tooLong(row.label, row.limit)),
    blank: '',
    isOfText: true,
  }) as const;

/** The most UTF-16 code units of the reason of a hold. */
export const HOLD_REASON_LIMIT = 500;

/** Where a story stands. Trash is apart (`trashedAt`), so that it can be put back where it stood. */
export const articleStatus = z.enum(['draft', 'ready', 'scheduled', 'published', 'killed']);

/**
 * The one table of all that an editor can change of an article. The article's schema, the store's columns, the form,
 * front matter, revisions and the words of a difference fold over it: a new field is a row here and a migration. One
 * that a site is sent is written by each adapter besides. New rows go to the end: a content's hash is made in this order.
 */
export const articleFields = {
  headline: line({
    label: 'Headline',
    limit: 1000,
    placeholder: 'Headline',
    column: 'headline',
    frontMatter: ['headline', 'title'],
    control: null,
    post: 'headline',
  }),
  standfirst: line({
    label: 'Standfirst',
    limit: 2000,
    placeholder: 'Standfirst: the story in a sentence or two',
    column: 'standfirst',
    frontMatter: ['standfirst', 'description', 'subtitle', 'summary', 'excerpt', 'deck', 'dek'],
    control: null,
    post: 'standfirst',
  }),
  kicker: line({
    label: 'Kicker',
    limit: 200,
    placeholder: 'Kicker',
    column: 'kicker',
    frontMatter: ['kicker', 'eyebrow'],
    control: 'line',
    post: null,
  }),
  byline: line({
    label: 'Byline',
    limit: 500,
    placeholder: 'Byline',
    column: 'byline',
    frontMatter: ['byline', 'author', 'authors'],
    control: 'line',
    post: null,
  }),
  dateline: line({
    label: 'Dateline',
    limit: 200,
    placeholder: 'Dateline',
    column: 'dateline',
    frontMatter: ['dateline', 'location'],
    control: 'line',
    post: null,
  }),
  slug: line({
    label: 'Slug',
    limit: 185,
    placeholder: 'made-from-the-headline',
    column: 'slug',
    frontMatter: ['slug'],
    control: 'slug',
    post: 'slug',
  }),
  sectionId: {
    label: 'Section',
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
    label: 'Hashtags',
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
    label: 'Text',
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
    label: 'Language',
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
    label: 'Direction',
    kind: 'choice',
    schema: z.enum(['ltr', 'rtl', 'auto']),
    choices: { auto: 'By text', ltr: 'Left', rtl: 'Right' },
    blank: 'auto',
    column: 'direction',
    frontMatter: ['direction', 'dir'],
    control: 'direction',
    isOfText: true,
    post: null,
  },
  status: {
    label: 'Status',
    kind: 'choice',
    schema: articleStatus,
    choices: {
      draft: 'Draft',
      ready: 'Ready',
      scheduled: 'Scheduled',
      published: 'Published',
      killed: 'Killed',
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
    label: 'Editor’s note',
    kind: 'text',
    limit: 5000,
    placeholder: 'For whoever works on this next. It is not sent to any site.',
    schema: z.string().overwrite(plainLines).max(5000, tooLong('Editor’s note', 5000)),
    blank: '',
    column: 'editors_note',
    frontMatter: ['editors_note'],
    control: 'text',
    isOfText: false,
    post: null,
  },
  embargo: {
    label: 'Embargo until',
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
    label: 'Legal hold',
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

/** What a written field may hold while it is typed, and what of it is kept when the field is left. */
export const writtenForms = {
  line: { typed: oneLine, kept: tidyLine },
  text: { typed: plainLines, kept: (text: string) => plainLines(text).trim().normalize('NFC') },
} as const;

export const textFieldNames = fieldNames.filter(
  (name): name is TextField => articleFields[name].kind === 'line',
);

/** Only what may stand in a line: a break or another control character becomes a space. A space at its end stays. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** Only what may stand in lines of plain text: every break is one line feed, another control character a space. */
function plainLines(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, ' ');
}

/** The text as a field may hold it: one line, NFC, no control character, no lone surrogate, trimmed. */
export function tidyLine(text: string): string {
  return oneLine(text).trim().normalize('NFC');
}
