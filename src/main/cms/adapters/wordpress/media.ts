import { z } from 'zod';
import { type Asset, assetExtensions } from '#shared/domain/asset';
import type { OutgoingImage } from '../../adapter';
import type { SentOnce } from '../../deliver/once';
import { UPLOAD_TIMEOUT, type WordPressClient } from './client';

export interface RemoteImage {
  readonly id: string;
  readonly url: string;
}

const media = z.object({ id: z.int(), slug: z.string(), source_url: z.string() });
type Media = z.infer<typeof media>;
const fields = { _fields: 'id,slug,source_url' } as const;

/**
 * The image on the site, uploaded if it is not there. WordPress keeps no hashes and silently stores a file twice; the
 * name made from our hash is its slug, by which it is found again. Null when its file cannot be read.
 */
export async function findOrUpload(
  client: WordPressClient,
  sentOnce: SentOnce,
  image: OutgoingImage,
  alt: string,
): Promise<RemoteImage | null> {
  const slug = slugOf(image.asset.hash);
  const key = `image:${slug}`;
  const find = async (): Promise<Media | null> => {
    const found = await client.get(z.array(media), 'wp/v2/media', { slug, status: 'inherit', ...fields });
    return found[0] ?? null;
  };
  const earlier = await find();
  if (earlier) {
    sentOnce.found(key);
    return toImage(earlier);
  }
  sentOnce.notFound(key);
  const bytes = await image.read();
  if (bytes === null) return null;
  const form = formOf(image.asset, bytes, alt);
  const make = async (): Promise<Media> => client.upload(media, 'wp/v2/media', form);
  return toImage((await sentOnce.send({ key, mostMs: UPLOAD_TIMEOUT, find, make })).value);
}

/** The beginning of the hash in an image's address on the site, or null for an image that we did not upload. */
export const hashBeginning = (url: string): string | null =>
  /\/nutgraf-([0-9a-f]{16})\b/u.exec(url)?.[1] ?? null;

function formOf({ hash, type }: Asset, bytes: Uint8Array<ArrayBuffer>, alt: string): FormData {
  const form = new FormData();
  form.set('file', new Blob([bytes], { type }), `${slugOf(hash)}.${assetExtensions[type]}`);
  form.set('alt_text', alt);
  return form;
}

const slugOf = (hash: string): string => `nutgraf-${hash.slice(0, 16)}`;

const toImage = ({ id, source_url }: Media): RemoteImage => ({
  id: String(id),
  url: source_url,
});
