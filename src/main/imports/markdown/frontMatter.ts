import { parseDocument, stringify } from 'yaml';
import type { ArticleContent } from '#shared/domain/article';
import type { TextField } from '#shared/domain/fields';
import { toHashtag } from '#shared/domain/hashtag';

/** What stands between the `---` lines at a Markdown file's top. */
export interface FrontMatter {
  readonly fields: Partial<Record<TextField, string>>;
  readonly section: string | null;
  readonly hashtags: readonly string[];
  readonly language: string;
  readonly direction: ArticleContent['direction'];
  /** YAML of the keys that no field is made for; empty when there are none. */
  readonly others: string;
}

export interface SplitMarkdown {
  /** The YAML, without its lines of dashes; null when there is none. */
  readonly yaml: string | null;
  readonly body: string;
}

/** The names under which our own export and the usual site generators keep each field, best first. */
const keys = {
  headline: ['headline', 'title'],
  standfirst: ['standfirst', 'description', 'subtitle', 'summary', 'excerpt', 'deck', 'dek'],
  kicker: ['kicker', 'eyebrow'],
  byline: ['byline', 'author', 'authors'],
  dateline: ['dateline', 'location'],
  slug: ['slug'],
} as const satisfies Record<TextField, readonly string[]>;

const sectionKeys = ['section', 'category', 'categories', 'sections'];
const hashtagKeys = ['hashtags', 'tags', 'keywords', 'tag'];
const languageKeys = ['language', 'lang', 'locale'];
/** What the store keeps itself, and writes into its exports. */
const ownKeys = ['direction', 'dir', 'status', 'created', 'updated', 'id', 'figures'];

export function splitFrontMatter(text: string): SplitMarkdown {
  const match = /^---[ \t]*\n([^]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (match === null) return { yaml: null, body: text };
  return { yaml: match[1] ?? '', body: text.slice(match[0].length) };
}

/** Null when the YAML cannot be read, or is no list of keys. */
export function readFrontMatter(yaml: string): FrontMatter | null {
  const values = parseYaml(yaml);
  if (values === null) return null;
  const first = (names: readonly string[]): readonly string[] =>
    names.map((name) => textsOf(values[name])).find((texts) => texts.length > 0) ?? [];
  const used = new Set<string>([
    ...Object.values(keys).flat(),
    ...sectionKeys,
    ...hashtagKeys,
    ...languageKeys,
    ...ownKeys,
  ]);
  const others = Object.fromEntries(Object.entries(values).filter(([key]) => !used.has(key)));
  const direction = values['direction'] ?? values['dir'];
  return {
    fields: Object.fromEntries(
      Object.entries(keys).map(([field, names]) => [field, first(names).join(', ')]),
    ),
    section: first(sectionKeys)[0] ?? null,
    hashtags: first(hashtagKeys)
      .flatMap(splitTags)
      .map(toHashtag)
      .filter((tag) => tag !== null),
    language: first(languageKeys)[0] ?? '',
    direction: direction === 'rtl' || direction === 'ltr' ? direction : 'auto',
    others: Object.keys(others).length === 0 ? '' : stringify(others).trimEnd(),
  };
}

function parseYaml(yaml: string): Record<string, unknown> | null {
  try {
    const document = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false });
    const value: unknown = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 20 });
    if (value === null) return {};
    return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** A scalar, a list of them, or people as `{ name }`. */
function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null && 'name' in value ? textsOf(value.name) : [];
}

/** `tags: a, b` and `tags: "#a #b"` are lists too; a name with spaces is one tag. */
function splitTags(text: string): readonly string[] {
  return text.includes('#') ? text.split(/[\s,;]+/u) : text.split(/[,;،、]/u);
}
