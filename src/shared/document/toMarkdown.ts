import type { Node, Schema } from '@tiptap/pm/model';
import { MarkdownSerializer } from 'prosemirror-markdown';
import { nodesOf, type WritingOptions } from './documentNode';
import { normalise } from './normalise';

/**
 * The story in Markdown: CommonMark 0.31 with GFM's strikethrough; `<u>`, `<br>` in a heading, and comments
 * for what Markdown cannot say. `fromMarkdown` reads back the story in normal form, and no other reader of
 * CommonMark reads other text. Ends with a line break; block ids do not travel.
 */
export function toMarkdown(doc: Node, options: WritingOptions = {}): string {
  const text = serializerOf(doc.type.schema, options).serialize(normalise(doc));
  return text === '' ? '' : `${text}\n`;
}

type Writers = MarkdownSerializer['nodes'];

function serializerOf(schema: Schema, options: WritingOptions): MarkdownSerializer {
  const writers = nodesOf(schema).flatMap(
    ([{ name }, { toMarkdown: write }]): [string, Writers[string]][] => {
      if (write === undefined) return [];
      return [[name, (state, node, parent, index) => write(state, node, parent, index, options)]];
    },
  );
  return new MarkdownSerializer(Object.fromEntries(writers), {});
}
