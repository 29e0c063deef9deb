import type { DocumentNode } from '../../documentNode';

export const blockquote: DocumentNode = {
  label: 'Quote',
  blockId: 'kept',
  toMarkdown(state, node) {
    state.wrapBlock('> ', null, node, () => state.renderContent(node));
  },
  fromMarkdown: { blockquote: { block: 'blockquote' } },
};
