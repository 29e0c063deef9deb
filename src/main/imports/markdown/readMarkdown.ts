import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { type MarkdownPart, fromForeignMarkdown, markdownParts } from '#shared/document/foreignMarkdown';
import { readElement } from '#shared/document/fromHtml';
import { type LinkDefinitions, unusedDefinitions } from '#shared/document/markdown/definitions';
import type { ReadingChanges } from '#shared/document/reading/letteredLists';
import { normalise } from '#shared/document/normalise';
import { schema } from '#shared/document/schema';
import { htmlDom } from '../../dom/parseHtml';
import type { LeftOut } from '../recognised';

export interface ReadMarkdown {
  readonly body: Node;
  /** Comments and HTML: their visible text is in the body. */
  readonly leftOut: readonly LeftOut[];
  readonly changes: ReadingChanges;
}

interface ReadPart {
  readonly body: Node;
  readonly dropped: readonly string[];
  readonly changes: ReadingChanges;
}

/** The story of any Markdown text: its HTML blocks are read as HTML, and what stays behind is reported. */
export function readMarkdown(text: string): ReadMarkdown {
  const { parts, definitions } = markdownParts(text);
  const blocks: Node[] = [];
  const leftOut: LeftOut[] = [];
  let changes: ReadingChanges = { tables: 0, letteredLists: 0 };
  for (const part of parts) {
    const read = readPart(part, definitions);
    for (const block of read.body.children)
      if (block.type.name !== 'paragraph' || block.content.size > 0) blocks.push(block);
    for (const piece of read.dropped)
      leftOut.push({ text: piece, reason: reasonOf(piece), before: blocks.length });
    changes = {
      tables: changes.tables + read.changes.tables,
      letteredLists: changes.letteredLists + read.changes.letteredLists,
    };
  }
  const content = blocks.length > 0 ? Fragment.from(blocks) : schema.node('paragraph');
  return {
    body: normalise(schema.node('doc', null, content)),
    leftOut: [
      ...leftOut,
      ...unusedDefinitions(definitions).map((piece): LeftOut => ({
        text: piece,
        reason: 'other',
        before: blocks.length,
      })),
    ],
    changes,
  };
}

function readPart({ kind, text }: MarkdownPart, definitions: LinkDefinitions): ReadPart {
  if (kind === 'html') return { ...readElement(htmlDom.parse(text.toWellFormed()).body), dropped: [text] };
  const { body, dropped, tables } = fromForeignMarkdown(text, definitions);
  return { body, dropped, changes: { tables, letteredLists: 0 } };
}

function reasonOf(piece: string): LeftOut['reason'] {
  if (/^<!--[^]*-->$/.test(piece)) return 'source_comment';
  return piece.startsWith('<') ? 'raw_html' : 'other';
}
