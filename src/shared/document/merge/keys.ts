import { Fragment, type Node } from '@tiptap/pm/model';
import { align } from './alignment';
import { type Block, isBlank, isSameBlock } from './block';

/** A block before it has its key. `id` is null where it has none, or a duplicate of one above. */
interface Bare {
  readonly id: string | null;
  readonly node: Node;
  readonly children: readonly Bare[];
}

/** Which block of an earlier text, by key, each block of a later one is. */
type Pairs = Map<Bare, string>;

/** Blocks at least this similar count as one that was rewritten, where their ids do not tell. */
const ALIKE = 0.5;

/** The blocks of a story under their own ids; one without an id gets a number. */
export function keyed(doc: Node): Block {
  return named(bareBlocks(doc), new Map(), 'base', new Set());
}

/**
 * The blocks of a later text under the keys of the earlier one: by their ids, and where those are missing (an import,
 * a site) by their text and position. New blocks have their own id, or a number after `side`; where both texts added
 * the very same block, without ids to tell them apart, it is one block.
 */
export function keyedLike(base: Block, doc: Node, side: string, other?: Block): Block {
  const later = bareBlocks(doc);
  const known = new Map(flat(base).map((block) => [block.key, block]));
  const pairs: Pairs = new Map([[later, base.key]]);
  for (const bare of flat(later)) if (bare.id !== null && known.has(bare.id)) pairs.set(bare, bare.id);
  for (const bare of flat(later)) followLine(bare, pairs, known);
  pairWithin(later, known, pairs, rewritten);
  if (other) pairWithin(later, new Map(flat(other).map((block) => [block.key, block])), pairs, () => []);
  return named(later, pairs, side, new Set(known.keys()));
}

function bareBlocks(doc: Node): Bare {
  const seen = new Set<string>();
  const bare = (node: Node): Bare => {
    const own: unknown = node.attrs['id'];
    const id = typeof own === 'string' && own !== '' && !seen.has(own) ? own : null;
    if (id !== null) seen.add(id);
    return { id, node, children: node.isTextblock ? [] : node.children.map(bare) };
  };
  return bare(doc);
}

function flat<T extends { readonly children: readonly T[] }>(block: T): readonly T[] {
  return [block, ...block.children.flatMap(flat)];
}

/** A line break at the start of a line leaves the id with the blank line above: the block is where the words are. */
function followLine({ children }: Bare, pairs: Pairs, known: ReadonlyMap<string, Block>): void {
  children.forEach((blank, index) => {
    const key = pairs.get(blank);
    const block = key === undefined ? undefined : known.get(key);
    const next = children[index + 1];
    if (key === undefined || block === undefined || next === undefined || pairs.has(next)) return;
    if (!isBlank(blank.node) || likeness(block.node, next.node) < ALIKE) return;
    pairs.delete(blank);
    pairs.set(next, key);
  });
}

/** Which blocks in a gap are the same in two texts. */
type PairGap = (old: readonly Block[], young: readonly Bare[]) => readonly (readonly [Block, Bare])[];

/** Pairs the contents of two blocks that are the same, as far as they are unpaired, and their contents in turn. */
function pairWithin(later: Bare, known: ReadonlyMap<string, Block>, pairs: Pairs, pairGap: PairGap): void {
  const earlier = known.get(pairs.get(later) ?? '');
  if (earlier === undefined) return;
  const taken = new Set(pairs.values());
  const isOpen = earlier.children.some(({ key }) => !taken.has(key));
  if (isOpen && later.children.some((bare) => !pairs.has(bare))) {
    pairInOrder(later, earlier, pairs, pairGap);
    pairMoved(later, earlier, pairs);
  }
  for (const bare of later.children) pairWithin(bare, known, pairs, pairGap);
}

function pairInOrder(later: Bare, earlier: Block, pairs: Pairs, pairGap: PairGap): void {
  const taken = new Set(pairs.values());
  const before = earlier.children.map(({ key, node }) => (taken.has(key) ? `= ${key}` : contentOf(node)));
  const after = later.children.map((bare) =>
    pairs.has(bare) ? `= ${pairs.get(bare) ?? ''}` : contentOf(bare.node),
  );
  const gap: { readonly old: Block[]; readonly young: Bare[] } = { old: [], young: [] };
  const pair = (block: Block | undefined, bare: Bare | undefined): void => {
    if (block && bare) pairs.set(bare, block.key);
  };
  const close = (): void => {
    for (const [block, bare] of pairGap(gap.old.splice(0), gap.young.splice(0))) pair(block, bare);
  };
  for (const [i, j] of align(before, after)) {
    const block = earlier.children[i ?? -1];
    const bare = later.children[j ?? -1];
    if (block && bare && before[i ?? -1] === after[j ?? -1]) {
      close();
      pair(block, bare);
      continue;
    }
    if (block && !taken.has(block.key)) gap.old.push(block);
    if (bare && !pairs.has(bare)) gap.young.push(bare);
  }
  close();
}

/** A block without an id, on either side, is the one in its gap that it resembles most. */
const rewritten: PairGap = (old, young) => {
  const isAlone = old.length === 1 && young.length === 1;
  const score = (i: number, j: number): number => {
    const [block, bare] = [old[i], young[j]];
    if (!block || !bare || block.node.type !== bare.node.type) return 0;
    if (bare.id !== null && hasId(block)) return 0;
    const like = likeness(block.node, bare.node);
    return isAlone || like >= ALIKE ? like + 0.01 : 0;
  };
  return bestPairs(old.length, young.length, score).flatMap(([i, j]) => {
    const [block, bare] = [old[i], young[j]];
    return block && bare ? [[block, bare] as const] : [];
  });
};

/** A block cut and pasted elsewhere among its neighbours is still the same block, if no other has the same text. */
function pairMoved(later: Bare, earlier: Block, pairs: Pairs): void {
  const taken = new Set(pairs.values());
  const rest = earlier.children.filter(({ key, node }) => !taken.has(key) && !isBlank(node));
  const found = later.children.filter((bare) => !pairs.has(bare));
  for (const block of rest) {
    const same = found.filter((bare) => isSameBlock(bare.node, block.node));
    const twins = rest.filter((one) => isSameBlock(one.node, block.node));
    if (same.length === 1 && twins.length === 1 && same[0]) pairs.set(same[0], block.key);
  }
}

function hasId({ key, node }: Block): boolean {
  return node.attrs['id'] === key;
}

/** A block's text and form, without its ids. */
function contentOf(node: Node): string {
  return JSON.stringify(node.toJSON(), (name, value: unknown) => (name === 'id' ? undefined : value));
}

/** Gives each block its key, and as its id the key, if the key is an id; an id that belongs to another block goes. */
function named(later: Bare, pairs: Pairs, side: string, known: ReadonlySet<string>): Block {
  const taken = new Set(pairs.values());
  let count = 0;
  const name = (bare: Bare): Block => {
    const own = bare.id !== null && !taken.has(bare.id) && !known.has(bare.id) ? bare.id : null;
    const key = pairs.get(bare) ?? own ?? `${side} ${(count += 1)}`;
    const children = bare.children.map(name);
    const id = isCount(key) ? bare.id : key;
    return { key, children, node: renewed(bare.node, taken.has(key) || own !== null ? id : null, children) };
  };
  return name(later);
}

function isCount(key: string): boolean {
  return key.includes(' ');
}

function renewed(node: Node, id: string | null, children: readonly Block[]): Node {
  const hasNoId = node.type.spec.attrs?.['id'] === undefined;
  const isSameId = hasNoId || (node.attrs['id'] ?? null) === id;
  const isSame = children.every((child, index) => child.node === node.maybeChild(index));
  if (isSameId && isSame) return node;
  const content =
    node.isTextblock || node.isLeaf ? node.content : Fragment.from(children.map((child) => child.node));
  return node.type.create(hasNoId ? node.attrs : { ...node.attrs, id }, content, node.marks);
}

/** Beyond this many comparisons, nothing is paired by similarity. */
const MOST_COMPARISONS = 10_000;

/**
 * The share of their words that two blocks have in common, from 0 to 1. For an atom, its attributes count as words.
 */
function likeness(one: Node, other: Node): number {
  const [some, others] = [wordsOf(one), wordsOf(other)];
  const all = some.length + others.length;
  if (all === 0) return 0;
  const left = new Map<string, number>();
  for (const word of some) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of others) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared += 1;
    left.set(word, count - 1);
  }
  return (2 * shared) / all;
}

function wordsOf(node: Node): readonly string[] {
  const { id: _id, ...attrs } = node.attrs;
  const text = node.isLeaf ? Object.values(attrs).join(' ') : node.textContent;
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** Pairs the items of two lists, in order, to maximise the sum of their scores; a score of 0 is no pair. */
function bestPairs(
  before: number,
  after: number,
  score: (i: number, j: number) => number,
): readonly (readonly [number, number])[] {
  if (before * after === 0 || before * after > MOST_COMPARISONS) return [];
  const width = after + 1;
  const sums = new Float64Array((before + 1) * width);
  const scores = new Float64Array(before * after);
  const at = (i: number, j: number): number => sums[i * width + j] ?? 0;
  for (let i = before - 1; i >= 0; i -= 1) {
    for (let j = after - 1; j >= 0; j -= 1) {
      const own = score(i, j);
      scores[i * after + j] = own;
      sums[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), own > 0 ? at(i + 1, j + 1) + own : 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < before && j < after;) {
    const own = scores[i * after + j] ?? 0;
    if (own > 0 && at(i, j) === at(i + 1, j + 1) + own) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
