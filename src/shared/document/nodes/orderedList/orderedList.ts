import { OrderedList } from '@tiptap/extension-list';
import { wordpressList } from '../../cms/wordpressList';
import type { DocumentNode } from '../../documentNode';
import type { HtmlElement } from '../../html';
import { blockBefore, writeList } from '../../markdown/writeList';

/** The highest number that CommonMark reads in a list marker (section 5.2: at most nine digits). */
const highest = 999_999_999;

function listStart(start: unknown): number {
  return typeof start === 'number' && Number.isInteger(start) && start >= 0 ? Math.min(start, highest) : 1;
}

const NumberedList = OrderedList.extend({
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element: HtmlElement) =>
          listStart(Number.parseInt(element.getAttribute('start') ?? '1', 10)),
        renderHTML: ({ start }) => (start === 1 ? {} : { start: listStart(start) }),
      },
    };
  },

  renderHTML({ HTMLAttributes }) {
    return ['ol', HTMLAttributes, 0];
  },
});

export const orderedList: DocumentNode = {
  extension: NumberedList,
  label: 'Numbered list',
  blockId: 'kept',
  toMarkdown(state, node, parent, index) {
    const start = listStart(node.attrs['start']);
    const marker = (item: number): string => `${Math.min(start + item, highest)}. `;
    writeList(state, node, marker, blockBefore(parent, index));
  },
  fromMarkdown: {
    ordered_list: {
      block: 'orderedList',
      getAttrs: (token) => ({ start: listStart(Number(token.attrGet('start') ?? 1)) }),
    },
  },
  normalise(attrs) {
    const start = listStart(attrs['start']);
    return start === attrs['start'] ? attrs : { ...attrs, start };
  },
  cms: { wordpress: wordpressList('ordered') },
};
