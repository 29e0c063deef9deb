import type { Node } from '@tiptap/pm/model';
import { DEFAULT_AD_SLOT } from '#shared/domain/adSlot';
import { assertNever } from '#shared/domain/failure';
import { normalise } from '#shared/document/normalise';
import { schema } from '#shared/document/schema';
import type { Draft } from '../draft';
import type { Knowledge } from '../recognised';
import { recogniseText } from './recogniseText';
import type { TextBlock } from './textStory';

/** Plain text as a draft: its recognised story, as a document. */
export function textDraft(text: string, knowledge: Knowledge): Draft {
  const { headline, byline, section, hashtags, tagNames, blocks, leftOut } = recogniseText(text, knowledge);
  return { fields: { headline, byline }, section, hashtags, tagNames, body: documentOf(blocks), leftOut };
}

function documentOf(blocks: readonly TextBlock[]): Node {
  const nodes = blocks.map(nodeOf);
  return normalise(schema.node('doc', null, nodes.length > 0 ? nodes : schema.node('paragraph')));
}

function nodeOf(block: TextBlock): Node {
  switch (block.kind) {
    case 'paragraph':
      return schema.node('paragraph', null, schema.text(block.text));
    case 'crosshead':
      return schema.node('heading', { level: 2 }, schema.text(block.text));
    case 'adSlot':
      return schema.node('adSlot', { slotKey: DEFAULT_AD_SLOT });
    default:
      return assertNever(block);
  }
}
