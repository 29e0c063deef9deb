import type { Node } from '@tiptap/pm/model';
import type { MarkdownSerializerState } from 'prosemirror-markdown';
import { writeInline } from './writeInline';

/**
 * Writes a list, each item behind its marker. Two lists of one kind in a row would be read as one
 * (CommonMark, section 5.3), so an empty comment stands between them. Items of one paragraph each stand line
 * under line; otherwise blank lines stand between all blocks, so that none can run into the next.
 */
export function writeList(
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
export function blockBefore(parent: Node, index: number): Node | null {
  return index === 0 ? null : parent.child(index - 1);
}
