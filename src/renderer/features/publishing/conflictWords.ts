import type { Difference } from '#shared/domain/cmsAccount';
import { articleFields } from '#shared/domain/fields';
import { say } from '#shared/language/say';

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
      about: goneWords(gone.theirs, site),
      choice: say(
        'You can send the article again as a draft, or forget the post. Either way, the article here is unchanged.',
      ),
      mine: say('Send again as a draft'),
      theirs: say('Forget the post'),
    };
  }
  return {
    isGone: false,
    about: say('Changed both here and on {site} since the last send. Nothing is sent until you choose.', {
      site,
    }),
    choice: '',
    mine: say('Keep mine and send'),
    theirs: say('Take theirs'),
  };
}

/** Where a post went, as main writes it down. */
function goneWords(state: string | null, site: string): string {
  switch (state) {
    case 'in the trash':
      return say('On {site}, the post is in the trash. Nothing is sent until you choose.', { site });
    case 'deleted':
      return say('On {site}, the post is deleted. Nothing is sent until you choose.', { site });
    default:
      return say('On {site}, the post is gone. Nothing is sent until you choose.', { site });
  }
}

/** The place as a title: fields by their labels in lower case, blocks by their names. */
function titleOf(where: string): string {
  if (where === 'content') return articleFields.body.label();
  return `${where.charAt(0).toUpperCase()}${where.slice(1)}`;
}

interface DifferenceWords {
  readonly title: string;
  /** Who changed it. */
  readonly what: string;
  /** Both sides changed it, differently. */
  readonly isConflict: boolean;
}

type Change = 'kept' | 'changed' | 'added' | 'removed';

function change(base: string | null, now: string | null): Change {
  if (base === now) return 'kept';
  if (now === null) return 'removed';
  return base === null ? 'added' : 'changed';
}

/** One difference in words: its field or block, and who did what to it. */
export function differenceWords({ where, base, ours, theirs }: Difference): DifferenceWords {
  const [here, there] = [change(base, ours), change(base, theirs)];
  const isConflict = here !== 'kept' && there !== 'kept' && ours !== theirs;
  return {
    title: titleOf(where),
    what: isConflict ? conflictOf(here, there) : agreed(here, there),
    isConflict,
  };
}

/** What one side did, or both did alike. */
function agreed(here: Change, there: Change): string {
  if (here === 'kept')
    return say('{change, select, added {added there} removed {removed there} other {changed there}}', {
      change: there,
    });
  if (there === 'kept')
    return say('{change, select, added {added here} removed {removed here} other {changed here}}', {
      change: here,
    });
  return say(
    '{change, select, added {added the same way on both sides} removed {removed the same way on both sides} other {changed the same way on both sides}}',
    { change: here },
  );
}

/** What both did, each in its own way. */
function conflictOf(here: Change, there: Change): string {
  if (here === 'removed') return say('removed here, changed there');
  if (there === 'removed') return say('changed here, removed there');
  return say('{change, select, added {both added} other {both changed}}', { change: here });
}
