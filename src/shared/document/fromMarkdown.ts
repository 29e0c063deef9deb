import type { Node, Schema } from '@tiptap/pm/model';
import { MarkdownParser } from 'prosemirror-markdown';
import { fromPlainText } from './fromPlainText';
import { markdownRows } from './markdown/markdownRows';
import { TooDeep } from './markdown/shapeTokens';
import { createTokenizer } from './markdown/tokenizer';
import { normalise } from './normalise';
import { schema as ownSchema } from './schema';

/**
 * The story of a Markdown text (CommonMark with GFM's strikethrough, without front matter), in normal form. Never
 * throws: what the schema has no node for (tables, HTML, forbidden links) stays as text, and a text
 * of absurdly deep quotes or lists is read as plain.
 */
export const fromMarkdown = markdownReader(ownSchema);

/** `fromMarkdown` for the nodes and marks of a schema made by `documentKit`. */
export function markdownReader(schema: Schema): (text: string) => Node {
  const rows = markdownRows(schema);
  const parser = new MarkdownParser(schema, createTokenizer('own', rows), rows.tokens);
  return (text) => {
    try {
      return normalise(parser.parse(text.toWellFormed()));
    } catch (reason) {
      if (reason instanceof TooDeep) return fromPlainText(text, schema);
      throw reason;
    }
  };
}
