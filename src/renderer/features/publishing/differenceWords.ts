import { articleFields } from '#shared/domain/fields';
import type { Difference } from '#shared/domain/cmsAccount';

/** The place as a title: fields come by their labels in small letters, blocks by their names. */
function titleOf(where: string): string {
  if (where === 'content') return articleFields.body.label;
  return `${where.charAt(0).toUpperCase()}${where.slice(1)}`;
}

export interface DifferenceWords {
  readonly title: string;
  /** Who changed it. */
  readonly what: string;
  /** Both sides changed it, and not to the same. */
  readonly isConflict: boolean;
}

function change(base: string | null, now: string | null): 'kept' | 'changed' | 'added' | 'removed' {
  if (base === now) return 'kept';
  if (now === null) return 'removed';
  return base === null ? 'added' : 'changed';
}

/** What one difference is, in words: its field or block, and who did what to it. */
export function differenceWords({ where, base, ours, theirs }: Difference): DifferenceWords {
  const title = titleOf(where);
  const here = change(base, ours);
  const there = change(base, theirs);
  if (here === 'kept') return { title, what: `${there} there`, isConflict: false };
  if (there === 'kept') return { title, what: `${here} here`, isConflict: false };
  if (ours === theirs) return { title, what: `${here} on both sides alike`, isConflict: false };
  const what = here === there ? `both ${here}` : `${here} here, ${there} there`;
  return { title, what, isConflict: true };
}
