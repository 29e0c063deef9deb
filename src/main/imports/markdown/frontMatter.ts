import { isDeepStrictEqual } from 'node:util';
import { parse as parseToml } from 'smol-toml';
import { parseDocument, stringify } from 'yaml';
import {
  type FieldName,
  type Fields,
  type TextField,
  articleFields,
  fieldNames,
  textFieldNames,
} from '#shared/domain/fields';
import { toHashtag } from '#shared/domain/hashtag';
import type { ToldFields } from '../recognised';

/** What a Markdown file says of its story at its top. */
export interface FrontMatter {
  readonly fields: Partial<Record<TextField, string>>;
  readonly section: string | null;
  readonly hashtags: readonly string[];
  /** The same as the file spells them. */
  readonly tagNames: readonly string[];
  readonly told: ToldFields;
  /** YAML of the keys without a field; empty when there are none. */
  readonly others: string;
}

export interface SplitMarkdown {
  /** The front matter without the lines around it; null when there is none. */
  readonly front: { readonly language: FrontLanguage; readonly text: string } | null;
  readonly body: string;
}

type FrontLanguage = keyof typeof languages;

/**
 * Each language of front matter, with its name and its parser, which returns null for anything but a list of keys.
 */
export const languages = {
  yaml: { name: 'YAML', read: parseYaml },
  toml: { name: 'TOML', read: (text: string) => asKeys(() => parseToml(text)) },
  json: { name: 'JSON', read: (text: string) => asKeys(() => JSON.parse(text) as unknown) },
} as const;

/** What the store keeps itself, and writes into its exports; an import starts as a draft. */
const ownKeys = [...articleFields.status.frontMatter, 'created', 'updated', 'id', 'figures'];

/** What is read in its own way, or not at all. */
const readApart: ReadonlySet<FieldName> = new Set([
  ...textFieldNames,
  'sectionId',
  'hashtags',
  'body',
  'status',
]);
const toldFields = fieldNames.filter((field): field is keyof ToldFields => !readApart.has(field));

/** What the texts of a key mean for a field of that kind; the field's schema refuses invalid values. */
const readers: Readonly<Record<Fields[keyof ToldFields]['kind'], (texts: readonly string[]) => unknown>> = {
  choice: ([text]) => text,
  language: ([text]) => text,
  hold: ([reason]) => ({ reason }),
  time: ([text]) => Date.parse(text ?? ''),
  text: (texts) => texts.join('\n'),
};

const fences: readonly (readonly [language: FrontLanguage, pattern: RegExp])[] = [
  ['yaml', /^---[ \t]*\n([^]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/],
  ['toml', /^\+\+\+[ \t]*\n([^]*?\n)?\+\+\+[ \t]*(?:\n|$)/],
];

export function splitFrontMatter(text: string): SplitMarkdown {
  for (const [language, pattern] of fences) {
    const match = pattern.exec(text);
    if (match !== null)
      return { front: { language, text: match[1] ?? '' }, body: text.slice(match[0].length) };
  }
  const end = endOfObject(text);
  if (end === null) return { front: null, body: text };
  return { front: { language: 'json', text: text.slice(0, end) }, body: text.slice(end) };
}

/** Where the JSON object ends that a text begins with, on lines of its own; null if it does not begin with one. */
function endOfObject(text: string): number | null {
  if (!/^\{\s*(?:"|\})/.test(text)) return null;
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === '{') depth += 1;
    if (token === '}') depth -= 1;
    const end = index + token.length;
    if (depth === 0) return /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 200)) ? end : null;
  }
  return null;
}

/** Null if the front matter cannot be parsed, or is not a list of keys. */
export function readFrontMatter(text: string, language: FrontLanguage = 'yaml'): FrontMatter | null {
  const values = languages[language].read(text);
  if (values === null) return null;
  const used = new Set<string>(ownKeys);
  const first = (field: FieldName, fits = (_texts: readonly string[]) => true): readonly string[] => {
    const names: readonly string[] = articleFields[field].frontMatter;
    const isHeld = (name: string): boolean => articleFields[field].kind === 'hold' && values[name] === true;
    const texts = (name: string): readonly string[] => (isHeld(name) ? [''] : textsOf(values[name]));
    const key = names.find((name) => texts(name).length > 0 && fits(texts(name)));
    if (key === undefined) return [];
    // A key that repeats another's value counts as used, too.
    const same = names.filter((name) => isDeepStrictEqual(texts(name), texts(key)));
    for (const name of [key, ...same]) used.add(name);
    return texts(key);
  };
  const fields = Object.fromEntries(textFieldNames.map((field) => [field, first(field).join(', ')]));
  const [sections, tags] = [first('sectionId'), first('hashtags')];
  const told = toldFields.flatMap((field) => {
    const value = (texts: readonly string[]) =>
      articleFields[field].schema.safeParse(readers[articleFields[field].kind](texts));
    const texts = first(field, (found) => value(found).success);
    return texts.length === 0 ? [] : [[field, value(texts).data]];
  });
  const tagNames = tags.flatMap(splitTags);
  const others = Object.entries(values).filter(([key, value]) => !used.has(key) && value !== null);
  return {
    fields,
    section: sections[0] ?? null,
    hashtags: tagNames.map(toHashtag).filter((tag) => tag !== null),
    tagNames,
    told: Object.fromEntries(told) as ToldFields,
    others: [
      ...(sections.length > 1 ? [`sections: ${sections.slice(1).join(', ')}`] : []),
      ...(others.length > 0 ? [stringify(Object.fromEntries(others)).trimEnd()] : []),
    ].join('\n'),
  };
}

function asKeys(read: () => unknown): Record<string, unknown> | null {
  try {
    const value = read();
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function parseYaml(yaml: string): Record<string, unknown> | null {
  return parseStrictYaml(yaml) ?? parseStrictYaml(quoteColons(yaml));
}

/** A line with a second colon in its value, which people write for a headline and YAML forbids. */
const colonInValue = /^([\w-]+):[ \t]+(?!["'[{|>&*!%@`#-])(.*:(?:[ \t].*)?)$/gmu;

/** The same front matter with such values in quotes. */
const quoteColons = (yaml: string): string =>
  yaml.replace(
    colonInValue,
    (_line, key: string, value: string) => `${key}: ${JSON.stringify(value.trim())}`,
  );

function parseStrictYaml(yaml: string): Record<string, unknown> | null {
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
  if (value instanceof Date) return [value.toISOString()];
  return typeof value === 'object' && value !== null && 'name' in value ? textsOf(value.name) : [];
}

/** `tags: a, b` and `tags: "#a #b"` are lists too; a name with spaces is one tag. */
function splitTags(text: string): readonly string[] {
  return text.includes('#') ? text.split(/[\s,;]+/u) : text.split(/[,;،、]/u);
}
