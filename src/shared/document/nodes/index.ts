import type { DocumentNode } from '../documentNode';
import { adSlot } from './adSlot/adSlot';
import { blockquote } from './blockquote/blockquote';
import { codeBlock } from './codeBlock/codeBlock';
import { bulletList, listItem, orderedList } from './lists/lists';
import { figure } from './figure/figure';
import { hardBreak } from './hardBreak/hardBreak';
import { heading } from './heading/heading';
import { horizontalRule } from './horizontalRule/horizontalRule';
import { paragraph } from './paragraph/paragraph';

/** Every node of a story except the text itself, by its name in the schema. */
export const nodes = {
  paragraph,
  heading,
  blockquote,
  codeBlock,
  bulletList,
  orderedList,
  listItem,
  figure,
  horizontalRule,
  hardBreak,
  adSlot,
} as const satisfies Record<string, DocumentNode>;
