import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { ASSET_LIMIT, type Asset, type AssetHash, asset } from '#shared/domain/asset';
import { NutgrafError } from '#shared/domain/failure';
import { say } from '#shared/language/say';
import { keepAssetFile } from './assetFiles';
import type { Reader, Store } from '../store';
import { imageTypeOf } from './imageType';
import { storeFailure } from '../disk/storeFailure';
import { withReserve } from '../disk/reserve';
import { statement } from '../sql/statement';
import { write } from '../sql/write';

const columns = 'hash, type, bytes, name, created_at AS createdAt';

export function getAsset({ db }: Reader, hash: AssetHash): Asset | null {
  const row = statement<[AssetHash], Asset>(db, `SELECT ${columns} FROM assets WHERE hash = ?`).get(hash);
  return row === undefined ? null : asset.parse(row);
}

/** Every image, oldest first. */
export function listAssets({ db }: Reader): readonly Asset[] {
  return statement<[], Asset>(db, `SELECT ${columns} FROM assets ORDER BY created_at, hash`)
    .all()
    .map((row) => asset.parse(row));
}

/**
 * Stores an image under the SHA-256 of its bytes: the file is on disk before the store knows of it, and the same
 * bytes are stored once. Adding an image again repairs one that was damaged on disk. Throws NutgrafError `bad_image`,
 * `image_too_large`, and those of `write`.
 */
export function addAsset(
  store: Store,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Asset {
  const { hash, type } = pictureFacts(name, bytes);
  const made: Asset = { hash, type, bytes: bytes.length, name: shownName(name), createdAt: store.now() };
  keepFile(store, made, bytes);
  write(store, () =>
    statement<[Asset]>(
      store.db,
      `INSERT OR IGNORE INTO assets (hash, type, bytes, name, created_at)
       VALUES (:hash, :type, :bytes, :name, :createdAt)`,
    ).run(made),
  );
  return getAsset(store, hash) ?? made;
}

/** How an image will be identified. Throws NutgrafError `bad_image`, `image_too_large`. */
export function pictureFacts(name: string, bytes: Uint8Array): Pick<Asset, 'hash' | 'type'> {
  return { type: typeOf(name, bytes), hash: createHash('sha256').update(bytes).digest('hex') };
}

function typeOf(name: string, bytes: Uint8Array): Asset['type'] {
  if (bytes.length > ASSET_LIMIT) {
    throw new NutgrafError(
      'image_too_large',
      say('“{name}” is larger than 50 MB. Make it smaller and add it again.', { name: shownName(name) }),
    );
  }
  const type = imageTypeOf(bytes);
  if (type !== null) return type;
  throw new NutgrafError(
    'bad_image',
    say(
      '“{name}” is not a complete JPEG, PNG, GIF, WebP or AVIF image. Save it as one of these and add it again. SVG is not accepted because it can carry scripts.',
      { name: shownName(name) },
    ),
  );
}

/** A name for display: no folders, no control characters. */
const shownName = (name: string): string =>
  basename(name.replaceAll('\\', '/'))
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .slice(0, 255)
    .toWellFormed();

function keepFile({ folder }: Store, made: Asset, bytes: Uint8Array): void {
  try {
    withReserve(folder, () => keepAssetFile(folder, made, bytes));
  } catch (thrown) {
    throw storeFailure(thrown);
  }
}
