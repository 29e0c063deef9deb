import { z } from 'zod';
import { articleContent } from './article';
import { id, time } from './id';

/** Why a revision was kept. */
const revisionReason = z.enum([
  'schedule',
  'import',
  'restore',
  'pull',
  'send',
  'stale',
  'manual',
  'removal',
  'left',
  'override',
]);
export type RevisionReason = z.infer<typeof revisionReason>;

/** Those that a window asks for: before a text is replaced or much of it removed, at “Save now”, and on leaving. */
export const keptReason = revisionReason.extract(['stale', 'removal', 'manual', 'left']);
export type KeptReason = z.infer<typeof keptReason>;

export const revisionRow = z.strictObject({
  id,
  articleId: id,
  createdAt: time,
  reason: revisionReason,
  headline: z.string(),
  /** A note about it, in one line: why it went out while held. Mostly empty. */
  note: z.string(),
  wordCount: z.int().nonnegative(),
});
export type RevisionRow = z.infer<typeof revisionRow>;

/** A whole story as it was at one moment. */
export const revision = revisionRow.extend({ content: articleContent });
export type Revision = z.infer<typeof revision>;
