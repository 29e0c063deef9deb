import type { Difference } from '#shared/domain/cmsAccount';
import { articleFields } from '#shared/domain/fields';

interface ConflictWords {
  /** The post is no longer on the site, so there are no two texts to compare. */
  readonly isGone: boolean;
  readonly about: string;
  /** What the two choices mean, where no texts show it. */
  readonly choice: string;
  /** The label of each choice's button. */
  readonly mine: string;
  readonly theirs: string;
}

/** A conflict in words. A post that is gone from the site is one difference of the field `post`. */
export function conflictWords(differences: readonly Difference[], site: string): ConflictWords {
  const gone = differences.find(({ where }) => where === 'post');
  if (gone) {
    return {
      isGone: true,
      about: `On ${site}, the post is ${gone.theirs ?? 'gone'}. Nothing is sent until you choose.`,
      choice:
        'You can send the article again as a draft, or forget the post. Either way, the article here is unchanged.',
      mine: 'Send again as a draft',
      theirs: 'Forget the post',
    };
  }
  return {
    isGone: false,
    about: `Changed both here and on ${site} since the last send. Nothing is sent until you choose.`,
    choice: '',
    mine: 'Keep mine and send',
    theirs: 'Take theirs',
  };
}

/** The place as a title: fields by their labels in lower case, blocks by their names. */
function titleOf(where: string): string {
  if (where === 'content') return articleFields.body.label;
  return `${where.charAt(0).toUpperCase()}${where.slice(1)}`;
}

interface DifferenceWords {
  readonly title: string;
  /** Who changed it. */
  readonly what: string;
  /** Both sides changed it, differently. */
  readonly isConflict: boolean;
}

function change(base: string | null, now: string | null): 'kept' | 'changed' | 'added' | 'removed' {
  if (base === now) return 'kept';
  if (now === null) return 'removed';
  return base === null ? 'added' : 'changed';
}

/** One difference in words: its field or block, and who did what to it. */
export function differenceWords({ where, base, ours, theirs }: Difference): DifferenceWords {
  const title = titleOf(where);
  const here = change(base, ours);
  const there = change(base, theirs);
  if (here === 'kept') return { title, what: `${there} there`, isConflict: false };
  if (there === 'kept') return { title, what: `${here} here`, isConflict: false };
  if (ours === theirs) return { title, what: `${here} the same way on both sides`, isConflict: false };
  const what = here === there ? `both ${here}` : `${here} here, ${there} there`;
  return { title, what, isConflict: true };
}
