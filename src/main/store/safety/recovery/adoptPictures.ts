import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Asset, type AssetType, assetExtensions } from '#shared/domain/asset';
import { hasHash } from '../../articles/assetFiles';
import { backupFolder } from '../../disk/copyDatabase';
import type { Store } from '../../store';
import { statement } from '../../sql/statement';

const types = new Map<string, AssetType>(
  Object.entries(assetExtensions).map(([type, ending]) => [ending, type as AssetType]),
);

/**
 * Registers the images beside a store, or in its backups, that it does not know because it was rebuilt from less than
 * it had: the articles that show them have them again. `folder` is where the images are.
 */
export function adoptPictures(store: Store, folder: string): void {
  const isKnown = statement<[string], number>(store.db, 'SELECT 1 FROM assets WHERE hash = ?').pluck();
  const insert = statement<[Asset]>(
    store.db,
    `INSERT OR IGNORE INTO assets (hash, type, bytes, name, created_at)
     VALUES (:hash, :type, :bytes, :name, :createdAt)`,
  );
  for (const { hash, ending, file } of [folder, backupFolder(folder)].flatMap(picturesIn)) {
    const type = types.get(ending);
    if (type === undefined || isKnown.get(hash) !== undefined) continue;
    const bytes = readIfThere(file);
    if (bytes === null || bytes.length === 0 || !hasHash(bytes, hash)) continue;
    const name = `${hash.slice(0, 8)}.${ending}`;
    insert.run({ hash, type, bytes: bytes.length, name, createdAt: store.now() });
  }
}

interface Picture {
  readonly hash: string;
  readonly ending: string;
  readonly file: string;
}

function picturesIn(place: string): readonly Picture[] {
  const home = join(place, 'assets');
  return namesIn(home).flatMap((part) =>
    namesIn(join(home, part)).flatMap((name) => {
      const [, hash, ending] = /^([0-9a-f]{64})\.([a-z]+)$/.exec(name) ?? [];
      return hash === undefined || ending === undefined
        ? []
        : [{ hash, ending, file: join(home, part, name) }];
    }),
  );
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
