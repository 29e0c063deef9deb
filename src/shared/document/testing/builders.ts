import type { Mark, Node } from '@tiptap/pm/model';
import { expect } from 'vitest';
import type { Picture } from '../documentNode';
import { fromMarkdown } from '../fromMarkdown';
import type { AdSlotAttrs } from '../nodes/adSlot/adSlot';
import { schema } from '../schema';
import { toMarkdown } from '../toMarkdown';

/** Small constructors that make a test read like its story. */
type Inline = string | Node | readonly Node[];

const flat = (content: readonly Inline[]): readonly Node[] =>
  content.flatMap((part) => (typeof part === 'string' ? schema.text(part) : part));

const block =
  (type: string) =>
  (...content: readonly Node[]): Node =>
    schema.node(type, null, content);

export const doc = block('doc');
export const quote = block('blockquote');
export const bullets = block('bulletList');
export const item = block('listItem');
export const rule = schema.node('horizontalRule');
export const br = schema.node('hardBreak');

export const p = (...content: readonly Inline[]): Node => schema.node('paragraph', null, flat(content));

export const h = (level: number, ...content: readonly Inline[]): Node =>
  schema.node('heading', { level }, flat(content));

export const numbers = (start: number, ...items: readonly Node[]): Node =>
  schema.node('orderedList', { start }, items);

export const codeBlock = (text: string, language: string | null = null): Node =>
  schema.node('codeBlock', { language }, text === '' ? [] : [schema.text(text)]);

export const figure = (attrs: Partial<Picture>): Node => schema.node('figure', attrs);

export const ad = (attrs: Partial<AdSlotAttrs>): Node => schema.node('adSlot', attrs);

const marked = (mark: Mark, content: readonly Inline[]): readonly Node[] =>
  flat(content).map((node) => node.mark(mark.addToSet(node.marks)));

const span =
  (name: string) =>
  (...content: readonly Inline[]): readonly Node[] =>
    marked(schema.mark(name), content);

export const bold = span('bold');
export const italic = span('italic');
export const underline = span('underline');
export const strike = span('strike');
export const highlight = span('highlight');
export const subscript = span('subscript');
export const superscript = span('superscript');
export const code = span('code');

export const link = (href: string, ...content: readonly Inline[]): readonly Node[] =>
  marked(schema.mark('link', { href }), content);

/** Asserts that the story is written as this Markdown, and this Markdown read as the story. */
export function same(markdown: string, story: Node): void {
  expect(toMarkdown(story)).toBe(markdown);
  expect(fromMarkdown(markdown).toJSON()).toEqual(story.toJSON());
}
