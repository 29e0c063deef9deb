import { wordpressList } from '../../cms/wordpressList';
import type { DocumentNode } from '../../documentNode';
import { blockBefore, writeList } from '../../markdown/writeList';

export const bulletList: DocumentNode = {
  label: 'List',
  blockId: 'kept',
  toMarkdown(state, node, parent, index) {
    writeList(state, node, () => '- ', blockBefore(parent, index));
  },
  fromMarkdown: { bullet_list: { block: 'bulletList' } },
  cms: { wordpress: wordpressList('bullets') },
};
