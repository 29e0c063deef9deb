import { z } from 'zod';
import { hashtag } from '../../domain/hashtag';
import { operation } from '../define';

export const hashtags = {
  /** Tags in use that start with what was typed, most used first. */
  suggest: operation(
    z.strictObject({ prefix: z.string().max(100), limit: z.int().min(1).max(50).default(8) }),
    z.array(z.strictObject({ tag: hashtag, count: z.int() })).readonly(),
  ),
};
