import { wordpressBlock } from '../../cms/wordpress';
import type { DocumentNode } from '../../documentNode';
import { saying } from '../../../language/say';

/** Written with asterisks: dashes below a line of text make it a heading, and open front matter. */
export const horizontalRule: DocumentNode = {
  label: saying('Rule'),
  blockId: 'kept',
  toMarkdown(state, node) {
    state.write('***');
    state.closeBlock(node);
  },
  fromMarkdown: { hr: { node: 'horizontalRule' } },
  cms: {
    wordpress: {
      blocks: ['separator'],
      write: () =>
        wordpressBlock('separator', {}, '<hr class="wp-block-separator has-alpha-channel-opacity" />'),
    },
  },
};
