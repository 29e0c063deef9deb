import { z } from 'zod';
import { time } from './id';

/** SHA-256 of the file's bytes, hex: an asset's name on disk and its id in a figure. */
export const assetHash = z.string().regex(/^[0-9a-f]{64}$/);
export type AssetHash = z.infer<typeof assetHash>;

/** What the window can show and the CMS can accept; SVG is left out because it can carry scripts. */
const assetType = z.enum(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']);
export type AssetType = z.infer<typeof assetType>;

export const assetExtensions = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
} as const satisfies Record<AssetType, string>;

/** The most bytes one image may have. */
export const ASSET_LIMIT = 50 * 1024 * 1024;

export const asset = z.strictObject({
  hash: assetHash,
  type: assetType,
  bytes: z.int().positive(),
  /** The file name it came with; for display only, never used as a path. */
  name: z.string().max(255),
  createdAt: time,
});
export type Asset = z.infer<typeof asset>;
