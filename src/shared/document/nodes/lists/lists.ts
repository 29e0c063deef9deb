import { OrderedList } from '@tiptap/extension-list';
import type { Node } from '@tiptap/pm/model';
import type { MarkdownSerializerState } from 'prosemirror-markdown';
import { saidDirection, wordpressBlock, type WordPressNode, type WordPressPost } from '../../cms/wordpress';
import type { DocumentNode } from '../../documentNode';
import type { HtmlElement } from '../../html';
import { writeInline } from '../../markdown/writeInline';
import { saying } from '../../../language/say';

export const bulletList: DocumentNode = {
  label: saying('List'),
  blockId: 'kept',
  toMarkdown(state, node, parent, index) {
    writeList(state, node, () => '- ', blockBefore(parent, index));
  },
  fromMarkdown: { bullet_list: { block: 'bulletList' } },
  cms: { wordpress: wordpressList('bullets') },
};

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
  label: saying('Numbered list'),
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

/**
 * An item begins with a paragraph. If that is empty and more follows, the marker stands alone on its line
 * (CommonMark, section 5.2, rule 3): `- - -` would be a rule, not three nested items.
 */
export const listItem: DocumentNode = {
  label: saying('List item'),
  blockId: 'kept',
  toMarkdown(state, node) {
    if (node.childCount === 1 || node.child(0).content.size > 0) {
      state.renderContent(node);
      return;
    }
    state.write('\n');
    node.forEach((child, _offset, index) => {
      if (index > 0) state.render(child, node, index);
    });
  },
  fromMarkdown: { list_item: { block: 'listItem' } },
};

/**
 * Writes a list, each item after its marker. Two adjacent lists of one kind would be read as one (CommonMark, section
 * 5.3), so an empty comment separates them. Items of one paragraph each go on consecutive lines; otherwise blank
 * lines separate all blocks, so that none can run into the next.
 */
function writeList(
  state: MarkdownSerializerState,
  list: Node,
  marker: (index: number) => string,
  before: Node | null,
): void {
  if (before?.type === list.type) {
    state.write('<!-- -->');
    state.closeBlock(list);
  }
  if (list.children.every((item) => item.childCount === 1)) writeLines(state, list, marker);
  else writeBlocks(state, list, marker);
  state.closeBlock(list);
}

function writeLines(state: MarkdownSerializerState, list: Node, marker: (index: number) => string): void {
  const items = list.children.map((item, index) => {
    const first = marker(index);
    const text = writeInline(item.child(0), 'lines').replaceAll('\n', `\n${' '.repeat(first.length)}`);
    return (first + text).trimEnd();
  });
  state.text(items.join('\n'), false);
}

function writeBlocks(state: MarkdownSerializerState, list: Node, marker: (index: number) => string): void {
  list.forEach((item, _offset, index) => {
    const first = marker(index);
    state.wrapBlock(' '.repeat(first.length), first, item, () => state.render(item, list, index));
  });
}

/** The block before a child, or null at the start. */
function blockBefore(parent: Node, index: number): Node | null {
  return index === 0 ? null : parent.child(index - 1);
}

/** A list in the block editor, if that can hold it; otherwise it goes as HTML, whole. */
function wordpressList(kind: 'ordered' | 'bullets'): WordPressNode {
  const ordered = kind === 'ordered';
  return {
    blocks: ['list', 'list-item'],
    write: (node, post) => {
      if (!isPlainList(node, post)) return null;
      const start = ordered ? Number(node.attrs['start'] ?? 1) : 1;
      const tag = ordered ? 'ol' : 'ul';
      const attributes = { ...(ordered ? { ordered } : {}), ...(start === 1 ? {} : { start }) };
      const items = node.children.map((item) => wordpressItem(item, post)).join('\n\n');
      const opening = `<${tag}${start === 1 ? '' : ` start="${start}"`}>`;
      return wordpressBlock('list', attributes, `${opening}${items}</${tag}>`);
    },
  };
}

/**
 * The editor's list items hold one paragraph and lists below it, and no direction; anything richer is invalid there.
 */
function isPlainList(node: Node, post: WordPressPost): boolean {
  if (saidDirection(node, post) !== null) return false;
  return node.children.every((item) => {
    const [first, ...rest] = item.children;
    return (
      first?.isTextblock === true &&
      saidDirection(item, post) === null &&
      rest.every((child) => child.type.isInGroup('list') && isPlainList(child, post))
    );
  });
}

function wordpressItem({ children }: Node, { line, block }: WordPressPost): string {
  const [first, ...lists] = children;
  const html = `<li>${first ? line(first) : ''}${lists.map(block).join('')}</li>`;
  return wordpressBlock('list-item', {}, html);
}
