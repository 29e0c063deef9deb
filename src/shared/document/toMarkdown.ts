import type { Node } from '@tiptap/pm/model';
import { MarkdownSerializer } from 'prosemirror-markdown';
import { nodes } from './nodes';
import { normalise } from './normalise';

const rows = Object.entries(nodes).flatMap(([name, { toMarkdown }]) =>
  toMarkdown === undefined ? [] : [[name, toMarkdown] as const],
);
const serializer = new MarkdownSerializer(Object.fromEntries(rows), {});

/**
 * The story in Markdown: CommonMark 0.31 with GFM's strikethrough; `<u>`, `<br>` in a heading, and comments
 * for what Markdown cannot say. `fromMarkdown` reads back the story in normal form, and no other reader of
 * CommonMark reads other text. Ends with a line break; block ids do not travel.
 */
export function toMarkdown(doc: Node): string {
  const text = serializer.serialize(normalise(doc));
  return text === '' ? '' : `${text}\n`;
}
