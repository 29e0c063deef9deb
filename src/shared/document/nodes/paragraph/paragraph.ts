import type { DocumentNode } from '../../documentNode';
import { writeInline } from '../../markdown/writeInline';

export const paragraph: DocumentNode = {
  label: 'Paragraph',
  blockId: 'kept',
  toMarkdown(state, node) {
    state.text(writeInline(node, 'lines'), false);
    state.closeBlock(node);
  },
  fromMarkdown: { paragraph: { block: 'paragraph' } },
};
