import type { Node } from '@tiptap/pm/model';

/** The part in which two lists differ: what stands before and behind it is the same in both. */
interface ChangedPart<T> {
  /** How many items stand before it. */
  readonly start: number;
  readonly before: readonly T[];
  readonly after: readonly T[];
}

/**
 * What a transaction changed, told by the identity of the blocks: a key press in a story of a thousand changes one, so
 * what follows it need not read the others again.
 */
export function changedBlocks({ children: before }: Node, { children: after }: Node): ChangedPart<Node> {
  return changedPart(before, after);
}

/** The same of any two lists. */
export function changedPart<T>(before: readonly T[], after: readonly T[]): ChangedPart<T> {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return {
    start,
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
  };
}
