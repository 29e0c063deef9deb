import { z } from 'zod';
import { documentText } from './documentJson';
import { type FieldName, type Fields, articleFields, articleStatus, fieldNames } from './fields';
import { id, time } from './id';

/** What an editor can change of a story; the store, the form and a revision share it. */
export const articleContent = z.strictObject(ofEach((name) => articleFields[name].schema) as Schemas);
export type ArticleContent = z.infer<typeof articleContent>;

type Schemas = { readonly [Name in FieldName]: Fields[Name]['schema'] };

/** What a new article holds. */
export const blankContent = ofEach((name) => articleFields[name].blank) as ArticleContent;

function ofEach(value: (name: FieldName) => unknown): Readonly<Record<FieldName, unknown>> {
  return Object.fromEntries(fieldNames.map((name) => [name, value(name)])) as Record<FieldName, unknown>;
}

export const article = articleContent.extend({
  id,
  wordCount: z.int().nonnegative(),
  createdAt: time,
  updatedAt: time,
  trashedAt: time.nullable(),
  /** Grows by one with each save; a save names the version that it was based on. */
  version: z.int().positive(),
});
export type Article = z.infer<typeof article>;

/** The fields that a save changes; what is absent stays as it is. */
export const articlePatch = articleContent.partial();
export type ArticlePatch = z.infer<typeof articlePatch>;

/** The content as a window sends it: the body is the text of its JSON. */
export const sentContent = articleContent.extend({ body: documentText });
export type SentContent = z.infer<typeof sentContent>;

/** The fields that a window saves. */
export const sentPatch = sentContent.partial();
export type SentPatch = z.infer<typeof sentPatch>;

export const articleField = z.enum(fieldNames);
export type ArticleField = FieldName;

/** What a list shows of a story: never the body. */
export const articleRow = z.strictObject({
  id,
  headline: z.string(),
  /** The standfirst, else the first words of the body; at most 160 code units. */
  summary: z.string(),
  sectionId: id.nullable(),
  language: articleContent.shape.language,
  direction: articleContent.shape.direction,
  status: articleStatus,
  trashedAt: time.nullable(),
  wordCount: z.int().nonnegative(),
  updatedAt: time,
  version: z.int().positive(),
  sync: z.enum(['none', 'synced', 'changed', 'waiting', 'failed', 'conflict']),
});
export type ArticleRow = z.infer<typeof articleRow>;

/** The views of the left rail. */
export const listView = z.enum(['draft', 'ready', 'scheduled', 'published', 'trash', 'all']);
export type ListView = z.infer<typeof listView>;

/** What a save came to: `stale` changed nothing and tells what the other writer changed since `baseVersion`. */
export const saveResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('saved'), version: z.int(), savedAt: time, wordCount: z.int() }),
  z.strictObject({
    kind: z.literal('stale'),
    version: z.int(),
    changed: z.array(articleField).readonly(),
    current: article,
  }),
]);
export type SaveResult = z.infer<typeof saveResult>;
