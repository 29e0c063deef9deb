import { Node } from '@tiptap/pm/model';
import { changedBlocks } from '#shared/document/changedBlocks';
import { blockTextOf, documentJsonOf, documentTextOf } from '#shared/document/document';
import { mergeDocuments } from '#shared/document/merge/mergeDocuments';
import type { BlockChoice, Side } from '#shared/document/merge/mergeDocuments';
import { schema } from '#shared/document/schema';
import { articleField } from '#shared/domain/article';
import type {
  Article,
  ArticleContent,
  ArticleField,
  BodyChange,
  SavePatch,
  SentContent,
} from '#shared/domain/article';
import type { DocumentJson } from '#shared/domain/documentJson';

/** The body, written out only on demand: a key press never pays for it. */
export interface Body {
  readonly json: () => DocumentJson;
  /** The text of that JSON: what is compared with another body, and sent. */
  readonly text: () => string;
  /** The document that it is the body of: of two such bodies, only the blocks that differ are written out. */
  readonly doc: Node | null;
}

/** A body returned by the store. */
export function storedBody(json: DocumentJson): Body {
  const text = once(() => JSON.stringify(json));
  return { json: () => json, text, doc: null };
}

/** The body of a document. */
export function bodyOf(doc: Node): Body {
  return { json: once(() => documentJsonOf(doc)), text: once(() => documentTextOf(doc)), doc };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** What the user can change in the open article, as it is on the screen. */
export type Story = Omit<ArticleContent, 'body'> & { readonly body: Body };

const fields = articleField.options;

export function storyOf(article: Article): Story {
  const content = Object.fromEntries(fields.map((field) => [field, article[field]])) as ArticleContent;
  return { ...content, body: storedBody(article.body) };
}

export function contentOf(story: Story): SentContent {
  return { ...story, body: story.body.text() };
}

/** The fields in which two stories differ, by content and not by identity. */
export function differingFields(from: Story, to: Story): readonly ArticleField[] {
  return fields.filter((field) => !isSame(field, from, to));
}

/**
 * What a save must carry to bring `from` to `to`. With the `hash` by which the store knows `from`, of a body only what
 * changed.
 */
export function patchOf(from: Story, to: Story, hash: string | null = null): SavePatch {
  const content: Readonly<Record<string, unknown>> = { ...to };
  const changed = differingFields(from, to).map((field) => [
    field,
    field === 'body'
      ? (hash !== null && bodyChange(from.body, to.body, hash)) || to.body.text()
      : content[field],
  ]);
  return Object.fromEntries(changed) as SavePatch;
}

function bodyChange({ doc: from }: Body, { doc: to }: Body, hash: string): BodyChange | null {
  if (from === null || to === null) return null;
  const { start, before, after } = changedBlocks(from, to);
  return { of: hash, at: start, cut: before.length, put: after.map(blockTextOf) };
}

/** What both sides changed differently: the user says which side stands. */
export type StoryChoice =
  | { readonly kind: 'field'; readonly key: string; readonly field: Exclude<ArticleField, 'body'> }
  | { readonly kind: 'block'; readonly key: string; readonly block: BlockChoice };

export interface Merge {
  /** Each side's own changes, and in each choice what was decided. */
  readonly story: Story;
  /** Every choice, in the order of the fields and of the text. */
  readonly choices: readonly StoryChoice[];
}

/** Which side stands in a choice, by its key. */
export type Decide = (key: string) => Side;

/** Three-way merge by fields, and of the body by blocks. */
export function mergeStories(base: Story, ours: Story, theirs: Story, decide: Decide = () => 'ours'): Merge {
  const changedHere = new Set(differingFields(base, ours));
  const changedThere = new Set(differingFields(base, theirs));
  const both = fields.filter(
    (field) => changedHere.has(field) && changedThere.has(field) && !isSame(field, ours, theirs),
  );
  const choices = both.flatMap((field): StoryChoice[] =>
    field === 'body' ? [] : [{ kind: 'field', key: field, field }],
  );
  const taken = [...changedHere].filter((field) => !both.includes(field) || decide(field) === 'ours');
  const story = withFields(theirs, ours, taken);
  if (!both.includes('body')) return { story, choices };
  const merge = mergeBodies(base.body, ours.body, theirs.body, decide);
  return { story: { ...story, body: merge.body }, choices: [...choices, ...merge.choices] };
}

function mergeBodies(
  base: Body,
  ours: Body,
  theirs: Body,
  decide: Decide,
): { readonly body: Body; readonly choices: readonly StoryChoice[] } {
  const [before, here, there] = [base, ours, theirs].map((body) => Node.fromJSON(schema, body.json()));
  if (!before || !here || !there) return { body: ours, choices: [] };
  const { doc, choices } = mergeDocuments(before, here, there, (key) => decide(blockKey(key)));
  return {
    body: bodyOf(doc),
    choices: choices.map((block) => ({ kind: 'block', key: blockKey(block.key), block })),
  };
}

function blockKey(key: string): string {
  return `block ${key}`;
}

/** `story` with some of its fields taken from `other`. */
function withFields(story: Story, other: Story, taken: readonly ArticleField[]): Story {
  return { ...story, ...Object.fromEntries(taken.map((field) => [field, other[field]])) };
}

function isSame(field: ArticleField, one: Story, other: Story): boolean {
  if (one[field] === other[field]) return true;
  if (field === 'body') return isSameBody(one.body, other.body);
  return isSameJson(one[field], other[field]);
}

function isSameBody(one: Body, other: Body): boolean {
  if (one.doc === null || other.doc === null) return one.text() === other.text();
  const { before, after } = changedBlocks(one.doc, other.doc);
  return (
    before.length === after.length &&
    before.every((block, index) => blockTextOf(block) === blockTextOf(after[index] ?? block))
  );
}

/** Deep equality of plain data; an undefined key is the same as an absent one. */
function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  if (Array.isArray(one) && Array.isArray(other) && one.length !== other.length) return false;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
    isSameJson(left[key], right[key]),
  );
}
