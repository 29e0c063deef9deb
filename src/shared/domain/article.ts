import { z } from 'zod';
import { documentText } from './documentJson';
import { type FieldName, type Fields, articleFields, articleStatus, fieldNames } from './fields';
import { id, time } from './id';

/** What an editor can change in a story; shared by the store, the form and a revision. */
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
  /** Grows by one with each save; a save names the version it was based on. */
  version: z.int().positive(),
});
export type Article = z.infer<typeof article>;

/** The fields that a save changes; absent ones stay as they are. */
export const articlePatch = articleContent.partial();
export type ArticlePatch = z.infer<typeof articlePatch>;

/** The content as a window sends it, with the body as JSON text. */
export const sentContent = articleContent.extend({ body: documentText });
export type SentContent = z.infer<typeof sentContent>;

/** The fields that a window saves. */
const sentPatch = sentContent.partial();
export type SentPatch = z.infer<typeof sentPatch>;

/**
 * What a save changes in the body: from the block `at`, `cut` blocks give way to those whose JSON texts are `put`. `of`
 * is the hash of the save that it changes.
 */
const bodyChange = z.strictObject({
  of: z.string(),
  at: z.int().nonnegative(),
  cut: z.int().nonnegative(),
  put: z.array(z.string()).readonly(),
});
export type BodyChange = z.infer<typeof bodyChange>;

/** The same with the body whole, or only what changed in it: a key press in a long story changes a line. */
export const savePatch = sentPatch.extend({ body: z.union([documentText, bodyChange]).optional() });
export type SavePatch = z.infer<typeof savePatch>;

export const articleField = z.enum(fieldNames);
export type ArticleField = FieldName;

/** What a list shows of a story: never the body. */
export const articleRow = z.strictObject({
  id,
  headline: z.string(),
  /** The standfirst, or else the first words of the body; at most 160 code units. */
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

/** The result of a save: `stale` changed nothing, and says what the other writer has changed since `baseVersion`. */
export const saveResult = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('saved'),
    version: z.int(),
    savedAt: time,
    wordCount: z.int(),
    /** Of all that is saved, by which the next save names what it changes. */
    hash: z.string(),
  }),
  z.strictObject({
    kind: z.literal('stale'),
    version: z.int(),
    changed: z.array(articleField).readonly(),
    current: article,
  }),
]);
export type SaveResult = z.infer<typeof saveResult>;
