import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Asset, type AssetHash, assetExtensions } from '#shared/domain/asset';
import { NutgrafError } from '#shared/domain/failure';
import { say } from '#shared/language/say';
import { backupFolder } from '../disk/copyDatabase';
import { makeFolderFor, writeDurably } from '../disk/durableFile';

type Named = Pick<Asset, 'hash' | 'type'>;

/** The path of an asset's file in a store's folder: named by its hash, never by anything a person chose. */
export const assetPath = (folder: string, asset: Named): string => join(folder, 'assets', nameOf(asset));

/** Its path in the backups, which share one copy. */
const sparePath = (folder: string, asset: Named): string =>
  join(backupFolder(folder), 'assets', nameOf(asset));

const nameOf = ({ hash, type }: Named): string => join(hash.slice(0, 2), `${hash}.${assetExtensions[type]}`);

/**
 * The bytes of an image exactly as they were added. A file that is damaged or missing is restored from the backups
 * first, and the damaged one set aside. Throws NutgrafError `picture_damaged` if no backup has it.
 */
export function readAsset(folder: string, asset: Asset): Buffer {
  const file = assetPath(folder, asset);
  const present = readIfThere(file);
  if (present !== null && hasHash(present, asset.hash)) return present;
  const spare = readIfThere(sparePath(folder, asset));
  if (spare === null || !hasHash(spare, asset.hash)) throw damagedPicture(asset);
  replaceAsset(file, spare);
  return spare;
}

/** Stores the bytes under their hash; a wrong file of that name is set aside first. */
export function keepAssetFile(folder: string, asset: Named, bytes: Uint8Array): void {
  const file = assetPath(folder, asset);
  const present = readIfThere(file);
  if (present === null || !hasHash(present, asset.hash)) replaceAsset(file, bytes);
}

/** Checks an image, and copies it to the backups unless they have it. Throws NutgrafError `picture_damaged`. */
export function backUpAsset(folder: string, asset: Asset): void {
  const bytes = readAsset(folder, asset);
  const spare = sparePath(folder, asset);
  if (statSync(spare, { throwIfNoEntry: false })?.size === bytes.length) return;
  makeFolderFor('image_backups', dirname(spare));
  writeDurably(spare, bytes);
}

function replaceAsset(file: string, bytes: Uint8Array): void {
  makeFolderFor('images', dirname(file));
  if (existsSync(file)) renameSync(file, freeName(`${file}.damaged`));
  writeDurably(file, bytes);
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let count = 2; existsSync(name); count += 1) name = `${wanted}-${count}`;
  return name;
}

/** Whether an image's bytes are those that were added under this hash. */
export const hasHash = (bytes: Uint8Array, hash: AssetHash): boolean =>
  createHash('sha256').update(bytes).digest('hex') === hash;

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

const damagedPicture = ({ name, hash }: Asset): NutgrafError =>
  new NutgrafError(
    'picture_damaged',
    say(
      'The image “{name}” is damaged or missing on disk, and no backup has it, so it is not shown or sent. To repair it, drop it into its article again.',
      { name },
    ),
    { hash },
  );
