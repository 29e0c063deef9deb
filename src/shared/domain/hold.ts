import { z } from 'zod';
import type { ArticleContent } from './article';
import { NutgrafError } from './failure';
import { tidyLine } from './fields';
import { fullTime } from './fullTime';
import { id, type Time } from './id';
import { listed } from '../language/formats';
import { say } from '../language/say';

/** Why an article that is held back may go out all the same, in one line; kept in its history. */
export const overrideReason = z
  .string()
  .overwrite(tidyLine)
  .min(1, { error: () => say('Say why the article may go out all the same.') })
  .max(500);

/** An article that is held back, and why, in words that follow "is". */
export const heldArticle = z.strictObject({ id, headline: z.string(), why: z.string() });
export type HeldArticle = z.infer<typeof heldArticle>;

type Holds = Pick<ArticleContent, 'embargo' | 'legalHold'>;

/** What holds an article back. */
export interface Hold {
  /** What it is known by where it was overridden: the same in every language and time zone, another for another hold. */
  readonly key: string;
  /** In words that follow "is". */
  readonly words: string;
}

/** What holds the article back now; empty when it may go out. */
export function holdsOn({ embargo, legalHold }: Holds, now: Time): readonly Hold[] {
  return [
    ...(embargo !== null && embargo > now ? [embargoUntil(embargo)] : []),
    ...(legalHold === null ? [] : [legalHoldFor(legalHold.reason)]),
  ];
}

const embargoUntil = (time: Time): Hold => ({
  key: `embargo ${time}`,
  words: say('under embargo until {time}', { time: fullTime(time) }),
});

const legalHoldFor = (reason: string): Hold => ({
  key: `legal hold ${reason}`,
  words: reason === '' ? say('under legal hold') : say('under legal hold ({reason})', { reason }),
});

/** All that holds an article back, as one text. */
export const holdWords = (holds: readonly Hold[]): string => listed(holds.map(({ words }) => words));

/**
 * Throws NutgrafError `article_held` for an article with a hold that was not overridden: a reason covers the holds
 * known when it was given, and none that came later.
 *
 * @param overridden the keys of the holds that a reason covers
 */
export function requireReleased(
  article: Holds & Pick<ArticleContent, 'headline'>,
  now: Time,
  overridden: readonly string[] = [],
): void {
  const holds = holdsOn(article, now);
  if (holds.every(({ key }) => overridden.includes(key))) return;
  throw new NutgrafError(
    'article_held',
    say('“{headline}” is {holds}. It is safe here. To let it go out all the same, give a reason.', {
      headline: article.headline || say('No headline'),
      holds: holdWords(holds),
    }),
  );
}
