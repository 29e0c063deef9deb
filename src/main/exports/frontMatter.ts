import { Document, Scalar, visit } from 'yaml';
import type { Article, ArticleField } from '#shared/domain/article';
import { type FieldsWith, articleFields, fieldNames, writtenForms } from '#shared/domain/fields';

/** An image of the story that has a caption or a credit. */
export interface CreditedFigure {
  /** Its path beside the file, or its address. */
  readonly src: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

/** What a file's front matter is made from. */
export interface FrontMatterFacts {
  readonly article: Article;
  /** The section's name; null without a section. */
  readonly section: string | null;
  readonly figures: readonly CreditedFigure[];
}

type Value = string | boolean | readonly string[] | readonly Readonly<Record<string, string>>[] | null;
type Entry = readonly [key: string, value: Value];

const textNames = fieldNames.filter(
  (field): field is FieldsWith<'kind', 'text'> => articleFields[field].kind === 'text',
);
const iso = (time: number): string => new Date(time).toISOString();
const inList = (name: string | null): readonly string[] => (name === null ? [] : [name]);
const isPublished = ({ status }: Article): boolean => status === 'published';

/** A field's value as the front matter has it; null leaves it out. */
function valueOf(field: Exclude<ArticleField, 'body'>, article: Article, section: string | null): Value {
  if (field === 'sectionId') return section;
  if (field === 'direction' && article.direction === 'auto') return null;
  const value = article[field];
  if (typeof value === 'number') return iso(value);
  return value !== null && typeof value === 'object' && 'reason' in value ? value.reason || true : value;
}

/** Fields for which a site generator has no key of its own keep their usual names. */
const ownFields = ({ article: { kicker, dateline, status } }: FrontMatterFacts): readonly Entry[] => [
  ['kicker', kicker],
  ['dateline', dateline],
  ['status', status],
];

/** The keys of each reader, in the order in which they are written. */
const presets = {
  /** Our own, which the importer reads back completely. */
  nutgraf: ({ article, section }) => [
    ...fieldNames.flatMap((field): readonly Entry[] => {
      const [key] = articleFields[field].frontMatter;
      return key === undefined || field === 'body' ? [] : [[key, valueOf(field, article, section)]];
    }),
    ['created', iso(article.createdAt)],
    ['updated', iso(article.updatedAt)],
    ['id', article.id],
  ],
  /** gohugo.io/content-management/front-matter */
  hugo: (facts) => [
    ['title', facts.article.headline],
    ['description', facts.article.standfirst],
    ['slug', facts.article.slug],
    ['date', iso(facts.article.createdAt)],
    ['lastmod', iso(facts.article.updatedAt)],
    ['draft', !isPublished(facts.article)],
    ['author', facts.article.byline],
    ['categories', inList(facts.section)],
    ['tags', facts.article.hashtags],
    ['lang', facts.article.language],
    ...ownFields(facts),
  ],
  /** jekyllrb.com/docs/front-matter; `last_modified_at`, `author` and `lang` are jekyll-seo-tag's. */
  jekyll: (facts) => [
    ['layout', 'post'],
    ['title', facts.article.headline],
    ['excerpt', facts.article.standfirst],
    ['slug', facts.article.slug],
    ['date', iso(facts.article.createdAt)],
    ['last_modified_at', iso(facts.article.updatedAt)],
    ['published', isPublished(facts.article)],
    ['author', facts.article.byline],
    ['categories', inList(facts.section)],
    ['tags', facts.article.hashtags],
    ['lang', facts.article.language],
    ...ownFields(facts),
  ],
  /** 11ty.dev/docs/data-configuration */
  eleventy: (facts) => [
    ['title', facts.article.headline],
    ['description', facts.article.standfirst],
    ['date', iso(facts.article.createdAt)],
    ['updated', iso(facts.article.updatedAt)],
    ['draft', !isPublished(facts.article)],
    ['slug', facts.article.slug],
    ['author', facts.article.byline],
    ['category', facts.section],
    ['tags', facts.article.hashtags],
    ['lang', facts.article.language],
    ...ownFields(facts),
  ],
} as const satisfies Record<string, (facts: FrontMatterFacts) => readonly Entry[]>;

export type FrontMatterPreset = keyof typeof presets;

/**
 * An article's fields as YAML front matter between `---` lines, under the keys of a reader. Empty fields are left
 * out; times are ISO 8601 in UTC. YAML 1.1 and 1.2 read the same values: anything that either would take for a
 * number, a date or a boolean is quoted.
 */
export function frontMatter(preset: FrontMatterPreset, facts: FrontMatterFacts): string {
  const figures = facts.figures.map((figure) => filled(Object.entries(figure)));
  const entries = Object.entries(filled([...presets[preset](facts), ['figures', figures]]));
  const severalLines = new Set<string>(textNames.map((field) => facts.article[field]));
  const kept = (text: string): string => writtenForms[severalLines.has(text) ? 'text' : 'line'].kept(text);
  return `---\n${entries.map((entry) => plainEntry(entry, kept) ?? entryOf(entry, kept)).join('')}---\n`;
}

type Kept = (text: string) => string;

/** An entry as the library writes it. */
function entryOf([key, value]: Entry, kept: Kept): string {
  const document = new Document({ [key]: value });
  visit(document, {
    Scalar: (place, node) => {
      if (place === 'key' || typeof node.value !== 'string') return;
      node.value = kept(node.value);
      if (!isWord(String(node.value))) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/**
 * The same for an entry in which YAML has nothing to escape, as nearly every one is: the library takes as long for
 * the fields as the Markdown does for the story. Null for any other.
 */
function plainEntry([key, value]: Entry, kept: Kept): string | null {
  if (typeof value === 'boolean') return `${key}: ${value}\n`;
  if (typeof value === 'string') {
    const scalar = plainScalar(kept(value));
    return scalar && `${key}: ${scalar}\n`;
  }
  const items = (value ?? []).map((item) => (typeof item === 'string' ? plainScalar(kept(item)) : null));
  return items.includes(null) ? null : `${key}:\n${items.map((item) => `  - ${item}\n`).join('')}`;
}

/** Letters, digits and marks that mean nothing to YAML where they stand; a last space or dash would. */
const plainWords = /^\p{L}(?:[\p{L}\p{M}\p{N} ,.()’“”–—-]*[\p{L}\p{M}\p{N}.)’”])?$/u;
/** ASCII of which neither YAML nor JSON escapes any. */
const plainQuoted = /^[ !#-[\]-~]*$/;

function plainScalar(text: string): string | null {
  if (isWord(text)) return plainWords.test(text) ? text : null;
  return plainQuoted.test(text) ? `"${text}"` : null;
}

function filled<V extends Value>(entries: readonly (readonly [string, V])[]): Record<string, V> {
  const isFilled = (value: V): boolean => typeof value === 'boolean' || (value !== null && value.length > 0);
  return Object.fromEntries(entries.filter(([, value]) => isFilled(value)));
}

/** Words that YAML 1.1 or 1.2 reads as something other than text (yaml.org/type/bool, /null, /float). */
const notWords = /^(?:y|n|yes|no|on|off|true|false|null)$/iu;

/** Whether a text begins unlike a number, date or sign in YAML. */
const isWord = (text: string): boolean => /^\p{L}/u.test(text) && !notWords.test(text);
