import type { DocumentNode } from '../../documentNode';

export const blockquote: DocumentNode = {
  toMarkdown(state, node) {
    state.wrapBlock('> ', null, node, () => state.renderContent(node));
  },
  fromMarkdown: { blockquote: { block: 'blockquote' } },
};
