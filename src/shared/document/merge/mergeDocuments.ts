import { Fragment } from '@tiptap/pm/model';
import type { Attrs, Node } from '@tiptap/pm/model';
import type { Block, Family, Side, Three } from './block';
import { areSameBlocks, isContainer, isSameValue, familiesOf } from './block';
import { keyed, keyedLike } from './keys';
import { movesOf } from './moves';
import type { Moves } from './moves';
import { placed } from './placing';
import type { Placed } from './placing';

export type { Side } from './block';

/** What both texts changed differently: a person says which version stands. */
export interface BlockChoice {
  /** The same for the same blocks in a later merge. */
  readonly key: string;
  /** The base's blocks; empty for what is new in both. */
  readonly base: readonly Node[];
  /** Each text's blocks; empty where they were removed. */
  readonly ours: readonly Node[];
  readonly theirs: readonly Node[];
  /** Whether that text moved it. */
  readonly moved: Readonly<Record<Side, boolean>>;
}

export interface DocumentMerge {
  /** The merged text, with `decide`'s answer in each choice. Ids may be missing or duplicated, as in its sources. */
  readonly doc: Node;
  /** Every choice, decided or not, in text order. */
  readonly choices: readonly BlockChoice[];
}

/**
 * Three-way merge of a story by blocks. Pure. Its law: every word that either text added to the base is in `doc` or
 * in a choice; what only one of them changed is as it has it; and a block that both changed, or that one deleted or
 * moved and the other edited, deleted or moved, is a choice (unless both did the same).
 */
export function mergeDocuments(
  base: Node,
  ours: Node,
  theirs: Node,
  decide: (key: string) => Side = () => 'ours',
): DocumentMerge {
  const root = keyed(base);
  const here = keyedLike(root, ours, 'ours');
  const choices: BlockChoice[] = [];
  const lists = {
    base: root.children,
    ours: here.children,
    theirs: keyedLike(root, theirs, 'theirs', here).children,
  };
  const blocks = mergeLists(lists, decide, choices);
  const doc = filled(base, base.attrs, blocks);
  if (doc === null) throw new RangeError('the merged blocks are no story');
  return { doc, choices };
}

/** The result for one family, and the choices it adds. */
interface Verdict {
  readonly placed: readonly Placed[];
  readonly choices: readonly BlockChoice[];
}

type Decide = (key: string) => Side;

function mergeLists(lists: Three, decide: Decide, choices: BlockChoice[]): readonly Block[] {
  const families = familiesOf(lists);
  const moves = movesOf(lists, families);
  const chosen = new Map<Family, readonly Placed[]>();
  for (const family of families) {
    const verdict = judge(family, moves, decide);
    chosen.set(family, verdict.placed);
    choices.push(...verdict.choices);
  }
  return placed({ lists, families, still: moves.still, chosen });
}

function judge(family: Family, moves: Moves, decide: Decide): Verdict {
  const { key, base, ours, theirs } = family;
  const moved = { ours: moves.ours.has(family), theirs: moves.theirs.has(family) };
  const isMoved = moved.ours || moved.theirs;
  if (!moved.theirs && areSameBlocks(base, theirs)) return take(family, 'ours');
  if (!moved.ours && areSameBlocks(base, ours)) return take(family, 'theirs');
  if (!isMoved && areSameBlocks(ours, theirs)) return take(family, 'ours');
  const join = isMoved ? null : joined(family, decide);
  if (join !== null) return join;
  const choice = { key, base: nodes(base), ours: nodes(ours), theirs: nodes(theirs), moved };
  return { ...take(family, decide(key)), choices: [choice] };
}

function take(family: Family, side: Side): Verdict {
  return { placed: family[side].map((block) => ({ block, from: side })), choices: [] };
}

function nodes(blocks: readonly Block[]): readonly Node[] {
  return blocks.map(({ node }) => node);
}

/** One list, item or quote that both changed: merges its contents. Null where that cannot be done. */
function joined({ base, ours, theirs }: Family, decide: Decide): Verdict | null {
  const [before, mine, other] = [onlyOne(base), onlyOne(ours), onlyOne(theirs)];
  if (!before || !mine || !other || !isContainer(mine.node)) return null;
  const { key } = before;
  if (mine.key !== key || other.key !== key) return null;
  if (mine.node.type !== before.node.type || other.node.type !== before.node.type) return null;
  const attrs = mergeAttrs(before.node.attrs, mine.node.attrs, other.node.attrs);
  if (attrs === null) return null;
  const choices: BlockChoice[] = [];
  const lists = { base: before.children, ours: mine.children, theirs: other.children };
  const children = mergeLists(lists, decide, choices);
  if (children.length === 0) return { placed: [], choices };
  const node = filled(mine.node, attrs, children);
  return node && { placed: [{ block: { key, node, children }, from: 'ours' }], choices };
}

function onlyOne(blocks: readonly Block[]): Block | null {
  return blocks.length === 1 ? (blocks[0] ?? null) : null;
}

/** Null where both changed the same attribute differently. */
function mergeAttrs(base: Attrs, ours: Attrs, theirs: Attrs): Attrs | null {
  const merged: Record<string, unknown> = { ...ours };
  for (const name of Object.keys(ours)) {
    if (name === 'id') merged[name] = (ours[name] as unknown) ?? theirs[name];
    else if (isSameValue(ours[name], base[name])) merged[name] = theirs[name];
    else if (!isSameValue(theirs[name], base[name]) && !isSameValue(ours[name], theirs[name])) return null;
  }
  return merged;
}

/** The blocks in a parent of that type, after a blank line where the schema requires one (an item). */
function filled({ type }: Node, attrs: Attrs, blocks: readonly Block[]): Node | null {
  return type.createAndFill(attrs, Fragment.from([...nodes(blocks)]));
}
