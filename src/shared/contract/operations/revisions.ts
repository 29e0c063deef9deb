import { z } from 'zod';
import { saveResult, sentContent } from '../../domain/article';
import { id } from '../../domain/id';
import { keptReason, revision, revisionRow } from '../../domain/revision';
import { operation } from '../define';
import { STORY_LIMITS } from '../requestSize';

export const revisions = {
  list: operation(z.strictObject({ articleId: id }), z.array(revisionRow).readonly()),
  get: operation(z.strictObject({ id }), revision),
  /**
   * Keeps a text as a revision, saved or not; the article itself is unchanged. A window calls it before it drops
   * either side of a conflict, before much of a text is removed, at “Save now”, when a changed article is left, and
   * while a conflict is open: then the newer text replaces the one kept before, `replaces`.
   */
  keep: operation(
    z.strictObject({
      articleId: id,
      content: sentContent,
      reason: keptReason.default('stale'),
      replaces: id.nullable().default(null),
    }),
    revisionRow,
    STORY_LIMITS,
  ),
  /** Keeps the current text as a revision first. Refused as `stale`, as a save is. */
  restore: operation(z.strictObject({ id, baseVersion: z.int().positive() }), saveResult),
};
