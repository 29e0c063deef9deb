import type { Attrs, Node } from '@tiptap/pm/model';

/** One block of a story, with the key by which it is the same block in the three texts of a merge. */
export interface Block {
  readonly key: string;
  readonly node: Node;
  /** The blocks within it; none in a line of text or an atom. */
  readonly children: readonly Block[];
}

/** Whether two blocks say the same, in the same form; the ids are no part of what they say. */
export function isSameBlock(one: Node, other: Node): boolean {
  if (one === other) return true;
  if (one.type !== other.type || !isSameAttrs(one.attrs, other.attrs)) return false;
  if (one.isTextblock) return one.content.eq(other.content);
  return (
    one.childCount === other.childCount &&
    one.children.every((child, index) => isSameBlock(child, other.child(index)))
  );
}

/** {@link isSameBlock} of each of them in turn. */
export function areSameBlocks(some: readonly Block[], others: readonly Block[]): boolean {
  return (
    some.length === others.length &&
    some.every((block, index) => {
      const other = others[index];
      return other !== undefined && isSameBlock(block.node, other.node);
    })
  );
}

function isSameAttrs(one: Attrs, other: Attrs): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  names.delete('id');
  return [...names].every((name) => isSameValue(one[name], other[name]));
}

/** Of values as an attribute may hold them: plain data. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Whether blocks can stand in it, each with an id of its own. */
export function isContainer(node: Node): boolean {
  return !node.isTextblock && !node.isLeaf;
}

/** A line in which nothing is written. */
export function isBlank(node: Node): boolean {
  return node.isTextblock && node.content.size === 0;
}
