import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Id } from '#shared/domain/id';
import type { StoreNotice, StoreRecovery } from '#shared/domain/storeNotice';
import { listBackups } from '../safety/backups';
import { closeStore, databaseFile } from '../opening/database';
import type { Store } from '../store';
import { healthOf } from '../safety/inspection';
import { openSafely } from '../safety/openSafely';
import { markForRecovery } from '../safety/recoveryMark';
import { type Damage, type BackedUpStore, damagedCopy, readableIn, versionsIn } from './damage';
import { type FileState, fileStates } from './spoil';
import { testClock } from './testStore';

/** Every way in which the four parts of a store can be damaged together. */
export function* everyDamage(): Iterable<Damage> {
  for (const database of fileStates)
    for (const log of fileStates)
      for (const backups of fileStates) for (const lock of fileStates) yield { database, log, backups, lock };
}

export interface Tally {
  readonly cells: number;
  /** Stores that did not open. */
  readonly keptOut: readonly string[];
  /** Articles that SQLite can read in some file, but the opened store does not have in that version. */
  readonly lost: readonly string[];
  /** Stores that lost something saved without a notice. */
  readonly untold: readonly string[];
  /** Sentences whose counts are wrong. */
  readonly untrue: readonly string[];
}

const nameOf = ({ database, log, backups, lock }: Damage, seed: number): string =>
  `database ${database}, log ${log}, backups ${backups}, lock ${lock}, seed ${seed}`;

/** Opens a copy of the killed store for each damage, and counts what went wrong. */
export function runMatrix(killed: BackedUpStore, damages: Iterable<Damage>, seed: number): Tally {
  const readable = readableBySqlite(killed, seed);
  const tally = {
    cells: 0,
    keptOut: [] as string[],
    lost: [] as string[],
    untold: [] as string[],
    untrue: [] as string[],
  };
  for (const damage of damages) {
    const name = nameOf(damage, seed);
    tally.cells += 1;
    const folder = damagedCopy(killed, damage, seed);
    try {
      const { notices, versions, told } = openAndLook(folder, killed);
      for (const [id, version] of readable(damage))
        if ((versions.get(id) ?? 0) < version) tally.lost.push(`${name}: ${id} in version ${version}`);
      const missing = [...killed.saved].some(([id, version]) => (versions.get(id) ?? 0) < version);
      if (missing && notices.length === 0 && !told) tally.untold.push(name);
      if (!notices.every((notice) => notice.kind !== 'recovered' || isTrue(notice, versions, killed)))
        tally.untrue.push(`${name}: ${JSON.stringify(notices)}`);
    } catch (thrown) {
      tally.keptOut.push(`${name}: ${String(thrown)}`);
    }
    rmSync(folder, { recursive: true, force: true });
  }
  return tally;
}

interface Looked {
  readonly notices: readonly StoreNotice[];
  readonly versions: ReadonlyMap<Id, number>;
  /** Whether the idle check reports an article. */
  readonly told: boolean;
}

/** Opens the store, runs the app's idle check, and restarts if that finds damage. */
function openAndLook(folder: string, killed: BackedUpStore): Looked {
  const clock = testClock(killed.savedAt);
  const first = openSafely(folder, clock);
  const health = healthOf(first.store);
  if (health.kind !== 'damaged') return look(first.store, first.notices, killed, health.kind !== 'sound');
  closeStore(first.store);
  markForRecovery(folder);
  const second = openSafely(folder, clock);
  return look(
    second.store,
    [...first.notices, ...second.notices],
    killed,
    healthOf(second.store).kind !== 'sound',
  );
}

function look(store: Store, notices: readonly StoreNotice[], killed: BackedUpStore, told: boolean): Looked {
  try {
    return { notices, versions: versionsIn(store, killed.saved.keys()), told };
  } finally {
    closeStore(store);
  }
}

/** What SQLite reads of the database with its log, and of the backup, whatever the state of the lock. */
function readableBySqlite(killed: BackedUpStore, seed: number): (damage: Damage) => ReadonlyMap<Id, number> {
  const header = readFileSync(databaseFile(killed.folder)).subarray(0, 100);
  const backupHeader = readFileSync(listBackups(killed.folder)[0]?.file ?? '').subarray(0, 100);
  const known = new Map<string, ReadonlyMap<Id, number>>();
  const remember = (key: string, read: () => ReadonlyMap<Id, number>): ReadonlyMap<Id, number> => {
    const found = known.get(key) ?? read();
    known.set(key, found);
    return found;
  };
  return (damage) => {
    const sound: FileState = 'good';
    const files = remember(`${damage.database}/${damage.log}`, () => {
      const copy = damagedCopy(killed, { ...damage, backups: sound, lock: sound }, seed);
      return readableIn(copy, basename(databaseFile(copy)), header, killed.saved.keys());
    });
    const backups = remember(damage.backups, () => {
      const copy = damagedCopy(killed, { ...damage, database: sound, log: sound, lock: sound }, seed);
      const [backup] = listBackups(copy);
      const name = join('backups', basename(backup?.file ?? 'none'));
      return readableIn(copy, name, backupHeader, killed.saved.keys());
    });
    const inLog = damage.log === 'good' ? [[killed.last, killed.saved.get(killed.last) ?? 0] as const] : [];
    const all = [...backups, ...files, ...inLog];
    return new Map(all.toSorted(([, a], [, b]) => a - b));
  };
}

/** Whether the counts in a notice match the store. */
function isTrue(notice: StoreRecovery, versions: ReadonlyMap<Id, number>, killed: BackedUpStore): boolean {
  const { origin, started, newer, fromBackups, unsure, spoilt } = notice;
  const total = versions.size;
  switch (origin.kind) {
    case 'nothing':
      return started === 0 && newer + fromBackups === total;
    case 'backup': {
      const later = [...versions].filter(
        ([id, version]) => !killed.backedUp.includes(id) || version > 2,
      ).length;
      return started === killed.backedUp.length && newer + fromBackups === later && unsure <= newer;
    }
    case 'database':
    case 'log':
      return started <= total + spoilt && started + newer + fromBackups >= total;
    default:
      return false;
  }
}
