import type { Selection } from '@tiptap/pm/state';

/** The position after the top-level block in which a selection ends: where a new block of ours goes. */
export function afterTopBlock({ $to, to }: Selection): number {
  return $to.depth === 0 ? to : $to.after(1);
}
