import type { Attrs, Node } from '@tiptap/pm/model';

/** One block of a story, with the key that identifies it across the three texts of a merge. */
export interface Block {
  readonly key: string;
  readonly node: Node;
  /** The blocks inside it; none in a line of text or an atom. */
  readonly children: readonly Block[];
}

/** Whether two blocks have the same text in the same form; ids do not count. */
export function isSameBlock(one: Node, other: Node): boolean {
  if (one === other) return true;
  if (one.type !== other.type || !isSameAttrs(one.attrs, other.attrs)) return false;
  if (one.isTextblock) return one.content.eq(other.content);
  return (
    one.childCount === other.childCount &&
    one.children.every((child, index) => isSameBlock(child, other.child(index)))
  );
}

/** {@link isSameBlock} for each of them in turn. */
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

/** For attribute values: plain data. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Whether it can contain blocks, each with an id of its own. */
export function isContainer(node: Node): boolean {
  return !node.isTextblock && !node.isLeaf;
}

/** An empty line. */
export function isBlank(node: Node): boolean {
  return node.isTextblock && node.content.size === 0;
}

/** The two texts that are merged, with their base. */
export type Side = 'ours' | 'theirs';

/** Neighbours in each of the three texts, in order. */
export interface Three {
  readonly base: readonly Block[];
  readonly ours: readonly Block[];
  readonly theirs: readonly Block[];
}

/**
 * Blocks of the three texts that are judged together: one block as it is in each, and more where one text has split
 * or joined what another has as one (a quote around a paragraph, an item out of a list).
 */
export interface Family extends Three {
  readonly key: string;
}

const versions = ['base', 'ours', 'theirs'] as const;

/** Every block of the three lists, each in one family; those of the base come first, in its order. */
export function familiesOf(lists: Three): readonly Family[] {
  const { rootOf, unite } = unions();
  for (const version of versions) for (const block of lists[version]) unite(keysIn(block));
  const families = new Map<string, { base: Block[]; ours: Block[]; theirs: Block[] }>();
  for (const version of versions) {
    for (const block of lists[version]) {
      const root = rootOf(block.key);
      const family = families.get(root) ?? { base: [], ours: [], theirs: [] };
      family[version].push(block);
      families.set(root, family);
    }
  }
  return [...families.values()].map((family) => {
    const first = family.base[0] ?? family.ours[0] ?? family.theirs[0];
    return { key: first?.key ?? '', ...family };
  });
}

/** Sets of keys that can be joined; each set has one of its keys as its root. */
function unions() {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    parents.set(key, root);
    return root;
  };
  const unite = ([first, ...others]: readonly string[]): void => {
    for (const other of others) parents.set(rootOf(other), rootOf(first ?? other));
  };
  return { rootOf, unite };
}

function keysIn(block: Block): readonly string[] {
  return [block.key, ...block.children.flatMap(keysIn)];
}
