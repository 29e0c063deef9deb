import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise } from 'yauzl';

/** A file's Subresource Integrity value, as npm writes it: `sha512-` and the digest in base64. */
export async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * Unpacks the members that `place` gives a relative path to, with their execute permission. Names that lead
 * out of the folder are refused by yauzl itself.
 */
export async function unzip(
  file: string,
  folder: string,
  place: (member: string) => string | null,
): Promise<void> {
  const archive = await openPromise(file);
  for await (const entry of archive.eachEntry()) {
    const target = entry.fileName.endsWith('/') ? null : place(entry.fileName);
    if (target === null) continue;
    const destination = path.join(folder, target);
    await mkdir(path.dirname(destination), { recursive: true });
    const content = await archive.openReadStreamPromise(entry);
    await pipeline(content, createWriteStream(destination, { mode: modeOf(entry) }));
  }
}

/** Unix permissions stand in the upper half of the external attributes (PKWARE APPNOTE 4.4.15). */
const modeOf = (entry: Entry): number => ((entry.externalFileAttributes >>> 16) & 0o111 ? 0o755 : 0o644);
