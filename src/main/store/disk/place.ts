import { statSync } from 'node:fs';
import { NutgrafError } from '#shared/domain/failure';
import { say } from '#shared/language/say';
import type { Db, Store } from '../store';

/** What happened to a database's file under its open connection. */
export type Displacement = 'deleted' | 'replaced' | 'emptied';

interface Place {
  readonly device: bigint;
  /** 0 on a file system without file numbers. */
  readonly file: bigint;
}

const places = new WeakMap<Db, Place>();
const guards = new WeakMap<Store, (displacement: Displacement) => void>();

/** Remembers which file a connection has just opened. */
export function rememberPlace({ db }: Pick<Store, 'db'>): void {
  const found = statSync(db.name, { throwIfNoEntry: false, bigint: true });
  if (found !== undefined) places.set(db, { device: found.dev, file: found.ino });
}

/** What to do when the database's file is gone; without a guard, a write fails and says so. */
export function guardPlace(store: Store, rescue: (displacement: Displacement) => void): void {
  guards.set(store, rescue);
}

/** What happened to the file that a store's connection has open; null while it is in its place. One call of stat. */
function displacementOf({ db }: Pick<Store, 'db'>): Displacement | null {
  const place = places.get(db);
  if (place === undefined) return null;
  const found = statSync(db.name, { throwIfNoEntry: false, bigint: true });
  if (found === undefined) return 'deleted';
  const isOther = place.file !== found.ino || place.device !== found.dev;
  if (isOther && place.file !== 0n && found.ino !== 0n) return 'replaced';
  return found.size === 0n ? 'emptied' : null;
}

/**
 * Checks that a store's database is still in its place, and has it rescued if not. Throws NutgrafError
 * `store_displaced` if that is impossible.
 */
export function holdPlace(store: Store): void {
  const displacement = displacementOf(store);
  if (displacement === null) return;
  const rescue = guards.get(store);
  if (rescue === undefined) throw displaced(store, displacement);
  rescue(displacement);
}

/** The failure of a write to a store whose database was removed. */
export function displaced({ db }: Store, displacement: Displacement): NutgrafError {
  return new NutgrafError(
    'store_displaced',
    say(
      '{displacement, select, deleted {The store’s database ({name}) was deleted by another program, so what was just written may be lost. Start Nutgraf again and check that it is there.} replaced {The store’s database ({name}) was replaced by another program, so what was just written may be lost. Start Nutgraf again and check that it is there.} other {The store’s database ({name}) was emptied by another program, so what was just written may be lost. Start Nutgraf again and check that it is there.}}',
      { name: db.name, displacement },
    ),
  );
}
