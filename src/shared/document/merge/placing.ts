import type { Block, Family, Side, Three } from './block';
import { isBlank } from './block';

/** A block of the merged text. `from` is the text that determines its place, unless its family kept its place. */
export interface Placed {
  readonly block: Block;
  readonly from: Side;
}

/** What a merge has decided, as far as order matters. */
export interface Order {
  readonly lists: Three;
  readonly families: readonly Family[];
  /** The families that neither text moved. */
  readonly still: ReadonlySet<Family>;
  /** What is kept of a family, and which side determines its place. */
  readonly chosen: ReadonlyMap<Family, readonly Placed[]>;
}

interface Gap {
  readonly ours: Block[];
  readonly theirs: Block[];
}

/**
 * The merged blocks in order: unmoved blocks stay in order, and everything else follows the same unmoved block as in
 * the text it comes from. Where both inserted something in one place, the keys decide which comes first, so that both
 * windows arrive at the same text.
 */
export function placed({ lists, families, still, chosen }: Order): readonly Block[] {
  const owners = new Map(
    families.flatMap((family) => [...family.ours, ...family.theirs].map((b) => [b, family])),
  );
  const anchors = families.filter((family) => still.has(family) && family.base.length > 0);
  const gaps = new Map<Family | null, Gap>([null, ...anchors].map((at) => [at, { ours: [], theirs: [] }]));
  const heads = new Map<Family, Block>();
  for (const side of ['ours', 'theirs'] as const) {
    let anchor: Family | null = null;
    const met = new Set<Family>();
    for (const block of lists[side]) {
      const family = owners.get(block);
      if (!family) continue;
      const isHead = gaps.has(family) && !met.has(family);
      met.add(family);
      if (isHead) anchor = family;
      const own = (chosen.get(family) ?? []).find((one) => one.from === side && standsFor(one.block, block));
      if (own && isHead) heads.set(family, own.block);
      else if (own) gaps.get(anchor)?.[side].push(own.block);
    }
  }
  return [null, ...anchors].flatMap((anchor, index) => {
    const head = anchor === null ? undefined : heads.get(anchor);
    const isLast = index === anchors.length;
    return [...(head ? [head] : []), ...inGap(gaps.get(anchor), isLast)];
  });
}

/** A block merged from two takes the place of the one with its key. */
function standsFor(block: Block, original: Block): boolean {
  return block.key === original.key;
}

function inGap(gap: Gap | undefined, isLast: boolean): readonly Block[] {
  if (!gap) return [];
  const end = isLast ? lineToWriteIn(gap) : [];
  const { ours, theirs } = gap;
  const oursFirst = (ours[0]?.key ?? '') <= (theirs[0]?.key ?? '');
  return [...(oursFirst ? [...ours, ...theirs] : [...theirs, ...ours]), ...end];
}

/** The editor keeps a blank line at the end of a text: of two, one is enough. */
function lineToWriteIn({ ours, theirs }: Gap): readonly Block[] {
  const [mine, other] = [ours.at(-1), theirs.at(-1)];
  if (!mine || !other || !isBlank(mine.node) || !isBlank(other.node)) return [];
  ours.pop();
  theirs.pop();
  return [mine];
}
