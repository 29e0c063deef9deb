import type { Node } from '@tiptap/pm/model';
import { MarkdownParser } from 'prosemirror-markdown';
import type { ParseSpec } from 'prosemirror-markdown';
import { fromPlainText } from './fromPlainText';
import { TooDeep } from './markdown/shapeTokens';
import { createTokenizer } from './markdown/tokenizer';
import { marks } from './marks';
import { nodes } from './nodes';
import { normalise } from './normalise';
import { schema } from './schema';

/** How each token becomes a node or a mark. */
export const markdownRows: Record<string, ParseSpec> = {};
for (const { fromMarkdown } of [...Object.values(nodes), ...Object.values(marks)])
  Object.assign(markdownRows, fromMarkdown);

const parser = new MarkdownParser(schema, createTokenizer('own'), markdownRows);

/**
 * The story that a Markdown text says (CommonMark with GFM's strikethrough, without front matter), in normal
 * form. Never throws: what the schema has no node for (tables, HTML, links that may not be followed) stays as
 * text, code blocks become paragraphs of code, and a text of absurdly deep quotes or lists is read as plain.
 */
export function fromMarkdown(text: string): Node {
  try {
    return normalise(parser.parse(text.toWellFormed()));
  } catch (reason) {
    if (reason instanceof TooDeep) return fromPlainText(text);
    throw reason;
  }
}
