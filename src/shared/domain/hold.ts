import { z } from 'zod';
import type { ArticleContent } from './article';
import { DeskError } from './failure';
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

/** Why the article may not leave now, in words that go on from "is"; null when it may. */
export function heldBack({ embargo, legalHold }: Holds, now: Time): string | null {
  const why = [
    ...(embargo !== null && embargo > now ? [`under embargo until ${fullTime(embargo)}`] : []),
    ...(legalHold === null ? [] : [`under legal hold${legalHold.reason && ` (${legalHold.reason})`}`]),
  ];
  return why.length === 0 ? null : why.join(' and ');
}

/** What an export or a send answers for an article that is held. */
export function articleHeld({ headline }: Pick<ArticleContent, 'headline'>, why: string): DeskError {
  return new DeskError(
    'article_held',
    `“${headline || 'No headline'}” is ${why}. It stays here, safe. To let it leave all the same, give a reason.`,
  );
}
