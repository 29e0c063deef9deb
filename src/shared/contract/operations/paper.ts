import { z } from 'zod';
import { adSlotDefinition } from '../../domain/adSlot';
import { ASSET_LIMIT, asset } from '../../domain/asset';
import { hashtag } from '../../domain/hashtag';
import { id } from '../../domain/id';
import { section, sectionDraft } from '../../domain/section';
import { operation } from '../define';

export const sections = {
  list: operation(z.undefined(), z.array(section).readonly()),
  create: operation(sectionDraft, section),
  update: operation(z.strictObject({ id, change: sectionDraft.partial() }), section),
  /** Its articles and its sub-sections move to the section above, or to none. */
  remove: operation(z.strictObject({ id }), z.null()),
};

export const hashtags = {
  /** Tags in use that start with what was typed, most used first. */
  suggest: operation(
    z.strictObject({ prefix: z.string().max(100), limit: z.int().min(1).max(50).default(8) }),
    z.array(z.strictObject({ tag: hashtag, count: z.int() })).readonly(),
  ),
};

export const adSlots = {
  list: operation(z.undefined(), z.array(adSlotDefinition).readonly()),
};

export const assets = {
  /** Keeps an image by the hash of its bytes; its type is told from the bytes, never from its name. */
  add: operation(
    z.strictObject({
      name: z.string().max(255),
      bytes: z
        .instanceof(Uint8Array)
        .refine((bytes) => bytes.length <= ASSET_LIMIT, 'The image is over 50 MB.'),
    }),
    asset,
  ),
};
