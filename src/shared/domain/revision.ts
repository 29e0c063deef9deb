import { z } from 'zod';
import { articleContent } from './article';
import { id, time } from './id';

/** Why a revision was kept. */
export const revisionReason = z.enum(['schedule', 'import', 'restore', 'pull', 'send', 'stale', 'manual']);
export type RevisionReason = z.infer<typeof revisionReason>;

export const revisionRow = z.strictObject({
  id,
  articleId: id,
  createdAt: time,
  reason: revisionReason,
  headline: z.string(),
  wordCount: z.int().nonnegative(),
});
export type RevisionRow = z.infer<typeof revisionRow>;

/** A whole story as it stood at one moment. */
export const revision = revisionRow.extend({ content: articleContent });
export type Revision = z.infer<typeof revision>;
