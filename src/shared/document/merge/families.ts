import type { Block } from './block';

/** The two texts that are merged over their base. */
export type Side = 'ours' | 'theirs';

/** Neighbours, as each of the three texts has them, in its order. */
export interface Three {
  readonly base: readonly Block[];
  readonly ours: readonly Block[];
  readonly theirs: readonly Block[];
}

/**
 * Blocks of the three texts that are to be judged together: one block as it stands in each, and more where one
 * text has taken apart or put together what another has as one (a quote around a paragraph, an item out of a list).
 */
export interface Family extends Three {
  readonly key: string;
}

const versions = ['base', 'ours', 'theirs'] as const;

/** Every block of the three lists in one family each; those of the base come first, in its order. */
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

/** Sets of keys that grow together; each set has one of its keys as its root. */
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
