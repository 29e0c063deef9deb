import { z } from 'zod';
import { article, articleRow, listView, saveResult, sentContent, sentPatch } from '../../domain/article';
import { id, time } from '../../domain/id';
import { operation } from '../define';
import { STORY_LIMITS } from '../requestSize';

/** Where a list goes on: the last row's `updatedAt` and `id`. */
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
  /** How many articles each view and each section holds. */
  counts: operation(
    z.undefined(),
    z.strictObject({ views: z.record(listView, z.int()), sections: z.record(id, z.int()) }),
  ),
  get: operation(z.strictObject({ id }), article),
  create: operation(z.strictObject({ sectionId: id.nullable().default(null) }), article),
  /** Committed with FULL sync when it answers `saved`; `stale` changed nothing. */
  save: operation(
    z.strictObject({ id, baseVersion: z.int().positive(), patch: sentPatch }),
    saveResult,
    STORY_LIMITS,
  ),
  /**
   * Brings back an article as a window knows that it was saved, for a store that was put together again without it, or
   * with an earlier version: that one is kept as a revision. Answers with the article as it is in the store then; one
   * that has this version or a later one stays as it is.
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
