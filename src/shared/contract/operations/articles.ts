import { z } from 'zod';
import { article, articleRow, listView, savePatch, saveResult, sentContent } from '../../domain/article';
import { id, time } from '../../domain/id';
import { operation } from '../define';
import { STORY_LIMITS } from '../requestSize';

/** Where the next page of a list begins: the last row's `updatedAt` and `id`. */
const cursor = z.strictObject({ updatedAt: z.int(), id });

export const articles = {
  /** Rows of one view, newest first; with `query`, only those that match it (words, and prefixes of the last). */
  list: operation(
    z.strictObject({
      view: listView,
      sectionId: id.nullable().default(null),
      query: z.string().max(500).default(''),
      after: cursor.nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.strictObject({ rows: z.array(articleRow).readonly(), next: cursor.nullable(), total: z.int() }),
  ),
  /** How many articles each view and each section has. */
  counts: operation(
    z.undefined(),
    z.strictObject({ views: z.record(listView, z.int()), sections: z.record(id, z.int()) }),
  ),
  get: operation(z.strictObject({ id }), article),
  create: operation(z.strictObject({ sectionId: id.nullable().default(null) }), article),
  /**
   * Committed with FULL sync when it answers `saved`; `stale` changed nothing. Fails with `base_unknown`, and changes
   * nothing, when the store does not have what a change of the body changes: it is to be sent whole.
   */
  save: operation(
    z.strictObject({ id, baseVersion: z.int().positive(), patch: savePatch }),
    saveResult,
    STORY_LIMITS,
  ),
  /**
   * Restores an article as a window last saved it, for a store that was rebuilt without it or with an earlier
   * version, which is kept as a revision. Answers with the article as it is in the store then; one with this version
   * or a later one is left alone.
   */
  bringBack: operation(
    z.strictObject({
      id,
      version: z.int().positive(),
      createdAt: time,
      trashedAt: time.nullable(),
      content: sentContent,
    }),
    article,
    STORY_LIMITS,
  ),
  trash: operation(z.strictObject({ id }), article),
  restore: operation(z.strictObject({ id }), article),
};
