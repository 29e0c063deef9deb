import type { Node } from '@tiptap/pm/model';
import { MarkdownParser } from 'prosemirror-markdown';
import { fromPlainText } from './fromPlainText';
import { markdownRows } from './fromMarkdown';
import { adSlotOfComment } from './nodes/adSlot/adSlot';
import { TooDeep } from './markdown/shapeTokens';
import { createTokenizer } from './markdown/tokenizer';
import { normalise } from './normalise';
import { schema } from './schema';

/** A stretch of a Markdown text: Markdown, or an HTML block at its top level (CommonMark, section 4.6). */
export interface MarkdownPart {
  readonly kind: 'markdown' | 'html';
  readonly text: string;
}

const tokenizer = createTokenizer('foreign');
const parser = new MarkdownParser(schema, tokenizer, markdownRows);
const scanner = createTokenizer('scan');

/** The text cut at its HTML blocks, in its order; the comments of ad slots stay with the Markdown. */
export function markdownParts(text: string): readonly MarkdownPart[] {
  const lines = text.split('\n');
  const parts: MarkdownPart[] = [];
  let next = 0;
  const markdownUntil = (line: number): void => {
    const between = lines.slice(next, line).join('\n');
    if (between.trim() !== '') parts.push({ kind: 'markdown', text: between });
  };
  for (const { type, map, level, content } of scanner.parse(text, {})) {
    if (type !== 'html_block' || level > 0 || map === null || adSlotOfComment(content.trim()) !== null)
      continue;
    markdownUntil(map[0]);
    parts.push({ kind: 'html', text: content.trim() });
    next = map[1];
  }
  markdownUntil(lines.length);
  return parts;
}

/**
 * The story that a Markdown text from anywhere says (CommonMark with GFM's tables and strikethrough), in normal form: a
 * table's rows are lines. `dropped` has the comments, tags and link titles that the story cannot hold, as written.
 */
export function fromForeignMarkdown(text: string): {
  readonly body: Node;
  readonly dropped: readonly string[];
} {
  const env: { readonly dropped: string[] } = { dropped: [] };
  try {
    return { body: normalise(parser.parse(text.toWellFormed(), env)), dropped: env.dropped };
  } catch (reason) {
    if (reason instanceof TooDeep) return { body: fromPlainText(text), dropped: [] };
    throw reason;
  }
}
