import { DeskError, type Failure, toFailure } from '#shared/domain/failure';
import { listBackups, writesIn } from './backups';
import { writesOf } from './changes';
import type { Store } from './database';
import type { Inspection } from './inspection';
import { keepReserve } from './reserve';
import { indexPending, rebuildSearch } from './search';
import { statement } from './statement';
import { suspect } from './suspicion';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How often, ms, each of the quiet works is thought of; `writerPause` is how long nobody may have saved. */
const every = {
  index: 2 * SECOND,
  writerPause: 3 * SECOND,
  inspectionCheck: MINUTE,
  inspection: 120 * MINUTE,
  /** After a look that found damage, or made no backup. */
  inspectionRetry: 30 * MINUTE,
} as const;

/** Articles that are indexed between two looks at the clock. */
const INDEXED_AT_ONCE = 20;

export interface UpkeepOptions {
  readonly store: Store;
  /** Looks at the whole store and backs it up, off this thread. */
  readonly inspect: () => Promise<Inspection>;
  /** What the person should know: a damaged store or article, a backup that failed. */
  readonly onTrouble: (failure: Failure) => void;
}

export interface Upkeep {
  /** Looks at the whole store and backs it up at once; joins the look that is under way. Never rejects. */
  readonly inspectNow: () => Promise<void>;
  /** Starts nothing any more; a look that is under way reads through its own connection and may be cut off. */
  readonly close: () => void;
}

/**
 * Does what a store needs while nobody waits for it: indexes what was saved once the writer pauses, keeps the
 * reserve, and when something was written since the last backup and two hours are over looks at the whole store
 * and backs it up.
 */
export function startUpkeep(options: UpkeepOptions): Upkeep {
  const { store, onTrouble } = options;
  let inspecting: Promise<void> | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const inspectNow = (): Promise<void> => {
    lookedAt = store.now();
    inspecting ??= inspectOnce(options).finally(() => {
      inspecting = null;
    });
    return inspecting;
  };
  /** The same trouble time after time is told once. */
  const guarded = (work: () => void): (() => void) => {
    let told: string | null = null;
    return () => {
      try {
        work();
        told = null;
      } catch (thrown) {
        const failure = toFailure(thrown);
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

/** Whether anything was written since the newest backup: articles, sections, accounts, the trash alike. */
function isInspectionDue(store: Store): boolean {
  const [last] = listBackups(store.folder, 'rolling');
  if (last === undefined) return writesOf(store.db) > 0;
  return store.now() - last.madeAt >= every.inspection && writesIn(last) !== writesOf(store.db);
}

/** When an article was last saved; 0 for an empty desk. */
function lastSaved({ db }: Store): number {
  return (
    statement<[], number>(db, 'SELECT max(updated_at) FROM articles WHERE trashed_at IS NULL')
      .pluck()
      .get() ?? 0
  );
}

async function inspectOnce({ store, inspect, onTrouble }: UpkeepOptions): Promise<void> {
  try {
    const { health, backupFailure } = await inspect();
    if (backupFailure !== null) onTrouble(backupFailure);
    if (health.kind === 'damaged') suspect(store.folder);
    else if (health.searchDamaged) rebuildSearch(store);
    const failure = failureOf(health);
    if (failure !== null) onTrouble(failure);
  } catch (thrown) {
    onTrouble(toFailure(thrown));
  }
}

function failureOf(health: Inspection['health']): Failure | null {
  if (health.kind === 'sound') return null;
  if (health.kind === 'damaged') {
    return new DeskError(
      'store_damaged',
      'The store on the disk is damaged. Close Nutgraf and start it again: it restores the last good backup, and keeps the damaged file.',
      health.reason,
    ).toFailure();
  }
  return new DeskError(
    'article_damaged',
    'The text of an article changed on the disk by itself. Open its history and restore the last version.',
    [...health.ids],
  ).toFailure();
}
