import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { schema } from '#shared/document/schema';
import { endsSentence } from '../text/line';

const LONGEST_CROSSHEAD = 100;

/** What every reader takes for a crosshead is one: a short bold line by itself before a paragraph. No heading stays bold. */
export function settleHeadings(doc: Node): Node {
  const blocks = doc.children.map((block, index) => settle(block, doc.maybeChild(index + 1)));
  return doc.type.create(doc.attrs, Fragment.fromArray(blocks));
}

function settle(block: Node, next: Node | null): Node {
  if (!isBold(block)) return block;
  if (block.type.name === 'heading') return block.type.create(block.attrs, withoutBold(block));
  const isCrosshead = block.type.name === 'paragraph' && next?.type.name === 'paragraph' && !isBold(next);
  const isShort = block.textContent.length <= LONGEST_CROSSHEAD && !/[:,;]$/.test(block.textContent);
  if (!isCrosshead || !isShort || endsSentence(block.textContent)) return block;
  return schema.node('heading', { level: 2 }, withoutBold(block));
}

function isBold(block: Node): boolean {
  return (
    block.childCount > 0 &&
    block.children.every((node) => node.marks.some(({ type }) => type.name === 'bold'))
  );
}

function withoutBold(block: Node): Fragment {
  return Fragment.fromArray(
    block.children.map((node) => node.mark(node.marks.filter(({ type }) => type.name !== 'bold'))),
  );
}
