import { Worker } from 'node:worker_threads';
import { type Failure, toFailure } from '#shared/domain/failure';
import type { Id, Time } from '#shared/domain/id';
import { spokenLanguage } from '#shared/language/say';
import { languageWord } from '#shared/language/startLanguage';
import { backUp, backUpAssets } from './backups';
import { damagedArticles } from './damagedRows';
import { closeStore, openReader } from '../opening/database';
import type { Reader } from '../store';
import { integrityOf } from '../disk/integrity';
import { brokenRows } from '../sql/seals';
import { storeFailure } from '../disk/storeFailure';

/** What a check of the whole store found. */
export type StoreHealth =
  | { readonly kind: 'sound'; readonly searchDamaged: boolean }
  /** The database itself is damaged: the next start recovers it. */
  | { readonly kind: 'damaged'; readonly reason: string }
  /** Only these articles are damaged: each has its history to go back to. */
  | { readonly kind: 'articles_damaged'; readonly searchDamaged: boolean; readonly ids: readonly Id[] };

/** Reads every page and every article's text: seconds per gigabyte, so never on the start path. */
export function healthOf(reader: Pick<Reader, 'db'>): StoreHealth {
  const { damage, searchDamaged } = integrityOf(reader.db);
  if (damage !== null) return { kind: 'damaged', reason: damage };
  const ids = damagedArticles(reader);
  return ids.length === 0
    ? { kind: 'sound', searchDamaged }
    : { kind: 'articles_damaged', searchDamaged, ids };
}

export interface Inspection {
  readonly health: StoreHealth;
  /** The names of images damaged on disk that no backup has. */
  readonly pictures: readonly string[];
  /** Whether a section, account or link is not as it was written. */
  readonly rowsBroken: boolean;
  /** Why no backup could be made; null when one was, or when the store is damaged and none was tried. */
  readonly backupFailure: Failure | null;
}

/** Checks the whole store and, unless the database is damaged, makes a backup; through its own connection. */
export function inspectStore(folder: string, now: () => Time): Inspection {
  const reader = openReader(folder);
  try {
    const health = healthOf(reader);
    if (health.kind === 'damaged') return { health, pictures: [], rowsBroken: false, backupFailure: null };
    return { health, rowsBroken: brokenRows(reader.db).length > 0, ...tryBackUp(reader, now) };
  } finally {
    closeStore(reader);
  }
}

function tryBackUp(reader: Reader, now: () => Time): Pick<Inspection, 'pictures' | 'backupFailure'> {
  try {
    const pictures = backUpAssets(reader).map(({ name }) => name);
    backUp({ ...reader, now });
    return { pictures, backupFailure: null };
  } catch (thrown) {
    return { pictures: [], backupFailure: toFailure(storeFailure(thrown)) };
  }
}

/** What the worker is given: the store's folder, and the store's own time, ms UTC. */
export interface InspectionTask {
  readonly folder: string;
  readonly now: Time;
}

/** The same in a thread of its own; `workerPath` is the built `inspectionWorker`. */
export function inspectInWorker(workerPath: string, task: InspectionTask): Promise<Inspection> {
  const worker = new Worker(workerPath, { workerData: task, argv: [languageWord(spokenLanguage())] });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the inspection of the store ended without an answer')));
  });
}
