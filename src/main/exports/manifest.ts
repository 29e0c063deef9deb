import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { assetHash } from '#shared/domain/asset';
import { id } from '#shared/domain/id';
import { nameKey } from './fileName';
import { replaceFile } from '../store/disk/durableFile';

const MANIFEST = 'nutgraf-manifest.json';

const entry = z.strictObject({ id, file: z.string(), bytes: z.int(), sha256: assetHash });
const manifest = z.strictObject({
  files: z.array(entry),
  assets: z.array(z.strictObject({ file: z.string(), sha256: assetHash })),
});
export type Manifest = z.infer<typeof manifest>;
export type ManifestEntry = z.infer<typeof entry>;

/** The manifest of a folder; empty if there is none or it is not one of ours. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST);
  const empty: Manifest = { files: [], assets: [] };
  if (!existsSync(path)) return empty;
  try {
    return manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return empty;
  }
}

/** Writes the manifest, sorted by name and without a time, so that the same store gives the same bytes. */
export function writeManifest(folder: string, { files, assets }: Manifest): void {
  const byName = <T extends { readonly file: string }>(list: readonly T[]): readonly T[] =>
    list.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const text = JSON.stringify({ files: byName(files), assets: byName(assets) }, null, 2);
  writeAtomically(folder, MANIFEST, Buffer.from(`${text}\n`));
}

/**
 * Whether an export may overwrite a name: nothing is there, or the very same bytes, or exactly what an earlier export
 * of the same article wrote. A file that somebody else made or changed is never overwritten.
 */
export function mayReplace(
  folder: string,
  next: Pick<ManifestEntry, 'id' | 'file' | 'sha256'>,
  before: Manifest,
): boolean {
  const path = join(folder, next.file);
  if (!existsSync(path)) return true;
  const present = sha256Of(readFileSync(path));
  if (present === next.sha256) return true;
  const known = before.files.find((file) => nameKey(file.file) === nameKey(next.file));
  return known?.id === next.id && known.sha256 === present;
}

export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes a file of an export whole or not at all. Throws what the file system throws, and leaves nothing behind. The
 * folder is synced once, at the end of the export.
 */
export function writeAtomically(folder: string, name: string, data: Uint8Array): WrittenFile {
  const path = join(folder, name);
  replaceFile(path, data);
  return { path, bytes: data.length, sha256: sha256Of(data) };
}

/** Of a text, of its UTF-8. */
export const sha256Of = (data: string | Uint8Array): string => hash('sha256', data);
