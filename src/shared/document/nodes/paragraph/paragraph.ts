import { wordpressBlock } from '../../cms/wordpress';
import type { DocumentNode } from '../../documentNode';
import { writeInline } from '../../markdown/writeInline';
import { saying } from '../../../language/say';

export const paragraph: DocumentNode = {
  label: saying('Paragraph'),
  blockId: 'kept',
  toMarkdown(state, node) {
    state.text(writeInline(node, 'lines'), false);
    state.closeBlock(node);
  },
  fromMarkdown: { paragraph: { block: 'paragraph' } },
  cms: {
    wordpress: {
      blocks: ['paragraph'],
      write: (node, { line, directionOf }) => {
        const own = directionOf(node);
        if (node.childCount === 0) return '';
        return own === null
          ? wordpressBlock('paragraph', {}, `<p>${line(node)}</p>`)
          : wordpressBlock('paragraph', { direction: own }, `<p dir="${own}">${line(node)}</p>`);
      },
    },
  },
};
