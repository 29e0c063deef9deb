import { z } from 'zod';
import type { ArticleContent } from './article';
import { NutgrafError } from './failure';
import { tidyLine } from './fields';
import { fullTime } from './fullTime';
import { id, type Time } from './id';

/** Why an article that is held may leave all the same, in a line; it is kept in its history. */
export const overrideReason = z
  .string()
  .overwrite(tidyLine)
  .min(1, 'Say why the article may leave all the same.')
  .max(500);

/** An article that is held back, and why, in words that go on from "is". */
export const heldArticle = z.strictObject({ id, headline: z.string(), why: z.string() });
export type HeldArticle = z.infer<typeof heldArticle>;

type Holds = Pick<ArticleContent, 'embargo' | 'legalHold'>;

/** What holds the article back now, each in words that go on from "is"; none when it may leave. */
export function holdsOn({ embargo, legalHold }: Holds, now: Time): readonly string[] {
  return [
    ...(embargo !== null && embargo > now ? [`under embargo until ${fullTime(embargo)}`] : []),
    ...(legalHold === null ? [] : [`under legal hold${legalHold.reason && ` (${legalHold.reason})`}`]),
  ];
}

/** What holds an article, as one text. */
export const holdWords = (holds: readonly string[]): string => holds.join(' and ');

/**
 * Throws NutgrafError `article_held` for an article that something holds back which was not overridden: a reason lets go
 * of what was known when it was given, and of nothing that came after.
 */
export function requireReleased(
  article: Holds & Pick<ArticleContent, 'headline'>,
  now: Time,
  overridden: readonly string[] = [],
): void {
  const holds = holdsOn(article, now);
  if (holds.every((hold) => overridden.includes(hold))) return;
  throw new NutgrafError(
    'article_held',
    `“${article.headline || 'No headline'}” is ${holdWords(holds)}. It stays here, safe. To let it leave all the same, give a reason.`,
  );
}
