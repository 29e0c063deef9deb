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
   * Keeps a text as a revision, saved or not; the article itself stays as it is. A window calls it before either
   * side of a conflict is dropped, before much of a text goes, at “Save now”, when a changed article is left, and
   * while a choice waits: then the text that was typed on takes the place of the one that was kept before, `replaces`.
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
  /** Keeps the present text as a revision first. Refused as `stale` like a save. */
  restore: operation(z.strictObject({ id, baseVersion: z.int().positive() }), saveResult),
};
