import type { Node } from '@tiptap/pm/model';
import { saidDirection, wordpressBlock, type WordPressNode, type WordPressPost } from './wordpress';

/** A list in the block editor, where that can hold it: else it goes as HTML, whole. */
export function wordpressList(kind: 'ordered' | 'bullets'): WordPressNode {
  const ordered = kind === 'ordered';
  return {
    blocks: ['list', 'list-item'],
    ownHtml: (tags) => new RegExp(`^<[uo]l\\b(?:[^<]|</?(?:${tags})\\b[^>]*>)*$`, 'u'),
    write: (node, post) => {
      if (!isPlainList(node, post)) return null;
      const start = ordered ? Number(node.attrs['start'] ?? 1) : 1;
      const tag = ordered ? 'ol' : 'ul';
      const attributes = { ...(ordered ? { ordered } : {}), ...(start === 1 ? {} : { start }) };
      const items = node.children.map((item) => listItem(item, post)).join('\n\n');
      const opening = `<${tag}${start === 1 ? '' : ` start="${start}"`}>`;
      return wordpressBlock('list', attributes, `${opening}${items}</${tag}>`);
    },
  };
}

/**
 * The editor's list items hold one paragraph and lists below it, and say no direction; anything richer would not be
 * valid there.
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

function listItem({ children }: Node, { line, block }: WordPressPost): string {
  const [first, ...lists] = children;
  const html = `<li>${first ? line(first) : ''}${lists.map(block).join('')}</li>`;
  return wordpressBlock('list-item', {}, html);
}
