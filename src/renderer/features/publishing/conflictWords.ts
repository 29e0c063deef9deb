import type { Difference } from '#shared/domain/cmsAccount';

export interface ConflictWords {
  /** The post is not on the site any more, so there are no two texts to compare. */
  readonly isGone: boolean;
  readonly about: string;
  /** What the two choices are, where no texts show it. */
  readonly choice: string;
  /** What each choice says on its button. */
  readonly mine: string;
  readonly theirs: string;
}

/** A conflict in words. A post that went from the site is told by one difference of the field `post`. */
export function conflictWords(differences: readonly Difference[], site: string): ConflictWords {
  const gone = differences.find(({ where }) => where === 'post');
  if (gone) {
    return {
      isGone: true,
      about: `On ${site} the post is ${gone.theirs ?? 'gone'}. Nothing is sent until you choose.`,
      choice:
        'You can send the article again, as a draft, or let go of the post. Either way the article here stays as it is.',
      mine: 'Send again as a draft',
      theirs: 'Let go of the post',
    };
  }
  return {
    isGone: false,
    about: `Changed here and on ${site} since both last agreed. Nothing is sent until you choose.`,
    choice: '',
    mine: 'Keep mine and send',
    theirs: 'Take theirs',
  };
}
