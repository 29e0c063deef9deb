import { z } from 'zod';
import { ASSET_LIMIT, asset } from '../../domain/asset';
import { operation } from '../define';
import { say } from '#shared/language/say';

export const assets = {
  /** Stores an image under the hash of its bytes; its type is detected from the bytes, never the name. */
  add: operation(
    z.strictObject({
      name: z.string().max(255),
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= ASSET_LIMIT, {
        error: () => say('The image is larger than 50 MB.'),
      }),
    }),
    asset,
  ),
};
