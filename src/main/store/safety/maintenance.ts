import { NutgrafError, type Failure } from '#shared/domain/failure';
import { say, saying } from '#shared/language/say';
import { listBackups, stateIn } from './backups';
import { isUntouched, stateOf } from '../sql/changes';
import type { Store } from '../store';
import type { Inspection } from './inspection';
import { type MendedRows, mendRows } from './mendRows';
import { keepReserve } from '../disk/reserve';
import { indexPending } from '../articles/indexing';
import { rebuildSearch } from '../articles/search';
import { statement } from '../sql/statement';
import type { SealedTable } from '../sql/seals';
import { damagedStore } from '../disk/storeFailure';
import { listed, quoted } from '#shared/language/formats';
import { toldFailure } from './recoveryMark';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Intervals of the background tasks, ms; `writerPause` is how long nobody must have saved. */
const every = {
  index: 2 * SECOND,
  writerPause: 3 * SECOND,
  inspectionCheck: MINUTE,
  inspection: 120 * MINUTE,
  /** After a check that found damage, or made no backup. */
  inspectionRetry: 30 * MINUTE,
} as const;

/** Articles indexed between two looks at the clock. */
const INDEXED_AT_ONCE = 20;

export interface MaintenanceOptions {
  readonly store: Store;
  /** Checks the whole store and backs it up, off this thread. */
  readonly inspect: () => Promise<Inspection>;
  /** What the user should know: a damaged store or article, a backup that failed. */
  readonly onTrouble: (failure: Failure) => void;
}

export interface Maintenance {
  /** Checks the whole store and backs it up at once; joins a check that is under way. Never rejects. */
  readonly inspectNow: () => Promise<void>;
  /** Starts nothing more; a check under way reads through its own connection and may be cut off. */
  readonly close: () => void;
}

/**
 * Does what a store needs while nobody waits for it: indexes what was saved once the writer pauses, keeps the
 * reserve, and, two hours after the last backup, if anything was written since, checks the whole store and backs it
 * up.
 */
export function startMaintenance(options: MaintenanceOptions): Maintenance {
  const { store, onTrouble } = options;
  const { folder } = store;
  let inspecting: Promise<void> | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const inspectNow = (): Promise<void> => {
    lookedAt = store.now();
    inspecting ??= inspectOnce(options).finally(() => {
      inspecting = null;
    });
    return inspecting;
  };
  /** Reports the same trouble once, however often it recurs. */
  const guarded = (work: () => void): (() => void) => {
    let told: string | null = null;
    return () => {
      try {
        work();
        told = null;
      } catch (thrown) {
        const failure = toldFailure(folder, thrown);
        if (failure.code !== told) onTrouble(failure);
        told = failure.code;
      }
    };
  };
  const minute = (): void => {
    keepReserve(store.folder);
    if (store.now() - lookedAt >= every.inspectionRetry && isInspectionDue(store)) void inspectNow();
  };
  const timers = [
    setInterval(
      guarded(() => indexInPause(store)),
      every.index,
    ),
    setInterval(guarded(minute), every.inspectionCheck),
  ];
  return { inspectNow, close: () => timers.forEach(clearInterval) };
}

function indexInPause(store: Store): void {
  if (store.now() - lastSaved(store) >= every.writerPause) indexPending(store, INDEXED_AT_ONCE);
}

/** Whether anything was written since the newest backup, to articles, sections, accounts or the trash. */
function isInspectionDue(store: Store): boolean {
  const [last] = listBackups(store.folder, 'rolling');
  if (last === undefined) return !isUntouched(store.db);
  return store.now() - last.madeAt >= every.inspection && stateIn(last) !== stateOf(store.db);
}

/** When an article was last saved; 0 for an empty store. */
function lastSaved({ db }: Store): number {
  return (
    statement<[], number>(db, 'SELECT max(updated_at) FROM articles WHERE trashed_at IS NULL')
      .pluck()
      .get() ?? 0
  );
}

async function inspectOnce({ store, inspect, onTrouble }: MaintenanceOptions): Promise<void> {
  try {
    const { health, pictures, rowsBroken, backupFailure } = await inspect();
    if (backupFailure !== null) onTrouble(backupFailure);
    if (health.kind !== 'damaged' && health.searchDamaged) rebuildSearch(store);
    const found = [
      ...failuresOf(store.folder, health),
      ...pictureFailures(pictures),
      ...(rowsBroken ? rowFailures(mendRows(store)) : []),
    ];
    found.forEach(onTrouble);
  } catch (thrown) {
    onTrouble(toldFailure(store.folder, thrown));
  }
}

function failuresOf(folder: string, health: Inspection['health']): readonly Failure[] {
  if (health.kind === 'sound') return [];
  if (health.kind === 'damaged') {
    return [toldFailure(folder, damagedStore(health.reason))];
  }
  return trouble(
    'article_damaged',
    say('The text of an article was damaged on disk. Open its history and restore the last version.'),
    [...health.ids],
  );
}

function pictureFailures(names: readonly string[]): readonly Failure[] {
  if (names.length === 0) return [];
  return trouble(
    'picture_damaged',
    say(
      '{count, plural, one {The image {names} was damaged on disk, and no backup has a good copy. Drop it into its article again to replace it.} other {The images {names} were damaged on disk, and no backup has a good copy. Drop them into their articles again to replace them.}}',
      { count: names.length, names: listed(names.map(quoted)) },
    ),
  );
}

/** What was repaired needs no action; what was not says what to do. */
function rowFailures({ mended, lost }: MendedRows): readonly Failure[] {
  return [
    ...mended.flatMap(({ table, row }) =>
      trouble(`${rowWords[table].word}_mended`, rowWords[table].mended(String(row['name']))),
    ),
    ...lost.flatMap(({ table, row }) =>
      trouble(`${rowWords[table].word}_damaged`, rowWords[table].lost(String(row['name']))),
    ),
  ];
}

interface RowWords {
  readonly word: string;
  readonly mended: (name: string) => string;
  readonly lost: (name: string) => string;
}

const rowWords = {
  sections: {
    word: 'section',
    mended: (name) =>
      say('The section “{name}” was damaged on disk and has been repaired from a backup.', { name }),
    lost: (name) =>
      say(
        'The section “{name}” was damaged on disk, and no backup has a good copy. Check its name and colour under Sections and save them.',
        { name },
      ),
  },
  cms_accounts: {
    word: 'account',
    mended: (name) =>
      say('The account “{name}” was damaged on disk and has been repaired from a backup.', { name }),
    lost: (name) =>
      say(
        'The account “{name}” was damaged on disk, and no backup has a good copy. Nothing is sent to it. Remove it and add it again.',
        { name },
      ),
  },
  cms_links: {
    word: 'link',
    mended: saying(
      'The record of an article’s post on a site was damaged on disk and has been repaired from a backup.',
    ),
    lost: saying(
      'The record of an article’s post on a site was damaged on disk, and no backup has a good copy. The post is not overwritten. Remove the account and add it again, and the article is sent as a new post.',
    ),
  },
} as const satisfies Record<SealedTable, RowWords>;

const trouble = (code: string, message: string, detail?: Failure['detail']): readonly Failure[] => [
  new NutgrafError(code, message, detail).toFailure(),
];
