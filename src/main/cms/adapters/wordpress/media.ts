import { z } from 'zod';
import { assetExtensions } from '#shared/domain/asset';
import type { OutgoingImage } from '../../adapter';
import type { WordPressClient } from './client';

export interface RemoteImage {
  readonly id: string;
  readonly url: string;
}

const media = z.object({ id: z.int(), slug: z.string(), source_url: z.string() });
const fields = { _fields: 'id,slug,source_url' } as const;

/**
 * The image on the site, uploaded if it is not there. WordPress keeps no hashes and stores a file twice without
 * a word; the name made of our hash is its slug, by which it is found again.
 */
export async function findOrUpload(
  client: WordPressClient,
  image: OutgoingImage,
  alt: string,
): Promise<RemoteImage> {
  const slug = slugOf(image.asset.hash);
  const found = await client.get(z.array(media), 'wp/v2/media', { slug, status: 'inherit', ...fields });
  return toImage(found[0] ?? (await client.upload(media, 'wp/v2/media', await formOf(image, slug, alt))));
}

/** The beginning of the hash in an image's address on the site, or null for an image that we did not upload. */
export const hashBeginning = (url: string): string | null =>
  /\/nutgraf-([0-9a-f]{16})\b/u.exec(url)?.[1] ?? null;

async function formOf({ asset, read }: OutgoingImage, slug: string, alt: string): Promise<FormData> {
  const form = new FormData();
  form.set('file', new Blob([await read()], { type: asset.type }), `${slug}.${assetExtensions[asset.type]}`);
  form.set('alt_text', alt);
  return form;
}

const slugOf = (hash: string): string => `nutgraf-${hash.slice(0, 16)}`;

const toImage = ({ id, source_url }: z.infer<typeof media>): RemoteImage => ({
  id: String(id),
  url: source_url,
});
