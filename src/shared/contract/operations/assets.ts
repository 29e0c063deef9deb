import { z } from 'zod';
import { ASSET_LIMIT, asset } from '../../domain/asset';
import { operation } from '../define';

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
