import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { fromForeignMarkdown, markdownParts } from '#shared/document/foreignMarkdown';
import { fromHtml } from '#shared/document/fromHtml';
import { normalise } from '#shared/document/normalise';
import { schema } from '#shared/document/schema';
import { htmlDom } from '../../dom/parseHtml';
import type { LeftOut } from '../recognised';

export interface ReadMarkdown {
  readonly body: Node;
  /** Comments and HTML: what they say is in the body, where it is text that a page shows. */
  readonly leftOut: readonly LeftOut[];
}

/** The story of a Markdown text from anywhere: its HTML blocks are read as HTML, and what stays behind is told. */
export function readMarkdown(text: string): ReadMarkdown {
  const blocks: Node[] = [];
  const leftOut: LeftOut[] = [];
  for (const part of markdownParts(text)) {
    const { body, dropped } =
      part.kind === 'html'
        ? { body: fromHtml(part.text, htmlDom), dropped: [part.text] }
        : fromForeignMarkdown(part.text);
    blocks.push(
      ...body.children.filter((block) => block.type.name !== 'paragraph' || block.content.size > 0),
    );
    for (const piece of dropped)
      leftOut.push({ text: piece, reason: reasonOf(piece), before: blocks.length });
  }
  const content = blocks.length > 0 ? Fragment.from(blocks) : schema.node('paragraph');
  return { body: normalise(schema.node('doc', null, content)), leftOut };
}

function reasonOf(piece: string): LeftOut['reason'] {
  if (/^<!--[^]*-->$/.test(piece)) return 'source_comment';
  return piece.startsWith('<') ? 'raw_html' : 'other';
}
