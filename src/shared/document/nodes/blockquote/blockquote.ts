import { saidDirection, sideClass, sides, tagged, wordpressBlock } from '../../cms/wordpress';
import type { DocumentNode } from '../../documentNode';
import { saying } from '../../../language/say';

export const blockquote: DocumentNode = {
  label: saying('Quote'),
  blockId: 'kept',
  toMarkdown(state, node) {
    state.wrapBlock('> ', null, node, () => state.renderContent(node));
  },
  fromMarkdown: { blockquote: { block: 'blockquote' } },
  cms: {
    wordpress: {
      blocks: ['quote'],
      write: (node, post) => {
        const own = saidDirection(node, post);
        const html = tagged('blockquote', `wp-block-quote${sideClass(own)}`, post.blocks(node));
        return wordpressBlock('quote', own ? { align: sides[own] } : {}, html);
      },
    },
  },
};
