import type { Node } from '@tiptap/pm/model';
import { MarkdownParser } from 'prosemirror-markdown';
import { fromPlainText } from './fromPlainText';
import { type LinkDefinitions, linkDefinitions } from './markdown/definitions';
import { markdownRows } from './markdown/markdownRows';
import { type MarkdownTold, TooDeep } from './markdown/shapeTokens';
import { createTokenizer } from './markdown/tokenizer';
import { normalise } from './normalise';
import { schema } from './schema';

/** A stretch of a Markdown text: Markdown, or an HTML block at its top level (CommonMark, section 4.6). */
export interface MarkdownPart {
  readonly kind: 'markdown' | 'html';
  readonly text: string;
}

const rows = markdownRows(schema);
const parser = new MarkdownParser(schema, createTokenizer('foreign', rows), rows.tokens);
const scanner = createTokenizer('scan', rows);

/**
 * The text split at its HTML blocks, in order, and its link definitions, which apply to all parts; comments that
 * stand for nodes stay with the Markdown.
 */
export function markdownParts(text: string): {
  readonly parts: readonly MarkdownPart[];
  readonly definitions: LinkDefinitions;
} {
  const lines = text.split('\n');
  const parts: MarkdownPart[] = [];
  const env: { readonly references?: LinkDefinitions['references'] } = {};
  let next = 0;
  const markdownUntil = (line: number): void => {
    const between = lines.slice(next, line).join('\n');
    if (between.trim() !== '') parts.push({ kind: 'markdown', text: between });
  };
  for (const { type, map, level, content } of scanner.parse(text, env)) {
    if (type !== 'html_block' || level > 0 || map === null || rows.readComment(content.trim()) !== null)
      continue;
    markdownUntil(map[0]);
    parts.push({ kind: 'html', text: content.trim() });
    next = map[1];
  }
  markdownUntil(lines.length);
  return { parts, definitions: linkDefinitions(env.references) };
}

/** The story of a Markdown text, and what became of anything the story cannot hold as it was. */
export interface ForeignMarkdown {
  readonly body: Node;
  /** Comments, tags and link titles, as written. */
  readonly dropped: readonly string[];
  /** How many tables became lines. */
  readonly tables: number;
}

/**
 * The story of any Markdown text (CommonMark with GFM's tables and strikethrough), in normal form: table rows become
 * lines. Each link definition in it is added to those of the whole text.
 */
export function fromForeignMarkdown(text: string, definitions: LinkDefinitions): ForeignMarkdown {
  const told: MarkdownTold = { dropped: [], tables: 0 };
  const env = { told, definitions, references: definitions.references };
  try {
    return { body: normalise(parser.parse(text.toWellFormed(), env)), ...told };
  } catch (reason) {
    if (reason instanceof TooDeep) return { body: fromPlainText(text), dropped: [], tables: 0 };
    throw reason;
  }
}
