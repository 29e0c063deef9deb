import type { AnyJob } from '#shared/domain/anyJob';
import type { Id } from '#shared/domain/id';
import { NutgrafError, type Failure, toFailure } from '#shared/domain/failure';
import type { Policy } from '#shared/domain/policy';
import type { Settings, SettingsEdit } from '#shared/domain/settings';
import type { Keyring } from '../cms/credentials';
import { type Sync, startSync } from './sync';
import { type DiskWatch, createDiskWatch } from './diskWatch';
import type { AppWindows } from '../windows/appWindows';
import type { Publish } from '../windows/publish';
import { type ArticleChanges, articleChanges } from './articleChanges';
import { ownerGone } from '../jobs/ownerGone';
import { type Jobs, closeJobs, createJobs } from '../jobs/kinds';
import type { Report } from '../log';
import { hearWrites } from '../store/sql/write';
import { dataVersion } from '../store/sql/changes';
import { closeStore } from '../store/opening/database';
import type { Store } from '../store/store';
import { inspectInWorker } from '../store/safety/inspection';
import { holdPlace } from '../store/disk/place';
import { keepReserve } from '../store/disk/reserve';
import { changeSettings } from '../store/settings';
import { storeFailure } from '../store/disk/storeFailure';
import { startMaintenance } from '../store/safety/maintenance';
import { type StoreSafety, createStoreSafety } from './storeSafety';
import { watchStore } from './storeWatch';

interface Surroundings {
  readonly store: Store;
  readonly policy: Policy;
  /** The store's version when it was opened; null when it could not be read. */
  readonly version: number | null;
  readonly keyring: Keyring;
  /** Absolute paths of the built workers. */
  readonly workers: Readonly<Record<'importWorker' | 'exportWorker' | 'inspectionWorker', string>>;
  readonly online: () => boolean;
  /** How sites are reached. */
  readonly fetch: typeof fetch;
  readonly windows: Pick<AppWindows, 'publish' | 'publishTo' | 'publishBeside'>;
  readonly report: Report;
  /** Hears that articles changed, whoever changed them. */
  readonly onArticles: () => void;
  /** Hears of every step of a job. */
  readonly onJob: (job: AnyJob) => void;
  /** Hears of the articles whose state on a site may have changed. */
  readonly onSent: (articleIds: readonly Id[]) => void;
  /** Hears each time that the outbox has tried everything due. */
  readonly outboxRested: () => void;
}

interface Publishing {
  readonly publish: Publish;
}

/** What runs beside the windows for as long as the app does. */
export interface AppServices {
  readonly changes: ArticleChanges;
  readonly disk: DiskWatch;
  readonly safety: StoreSafety;
  /**
   * Hears of a failure that a window is told, and returns the failure to show: a full disk or a damaged store
   * concerns more than one call.
   */
  readonly failed: (failure: Failure) => Failure;
  /** Logs what went wrong where nobody waits for an answer, and hears of it too. */
  readonly report: Report;
  readonly jobs: Jobs;
  readonly sync: Sync;
  /** Hears when the last window has closed (true), and when one opens. */
  readonly rest: (isResting: boolean) => void;
  readonly changeSettings: (edit: Partial<SettingsEdit>) => Settings;
  /** Stops each service where it can resume at the next start, then closes the store. */
  readonly close: () => Promise<void>;
}

/** Starts the services on an open store; what happens in them is published to the windows. */
export function startServices(surroundings: Surroundings): AppServices {
  const { store, policy, workers, windows } = surroundings;
  const { publish } = windows;
  const changes = articleChanges(store, windows, surroundings.onArticles);
  const { disk, safety, failed, report } = watchesOver({ ...surroundings, publish });
  const troubleIn = troubleTeller({ publish, report });
  const { onJob } = surroundings;
  const jobs = jobsOver({ store, workers, publish, changes, failed, troubleIn, onJob });
  const maintenance = startMaintenance({
    store,
    inspect: () => inspectInWorker(workers.inspectionWorker, { folder: store.folder, now: store.now() }),
    onTrouble: troubleIn('store'),
  });
  const sync = startSync({ ...surroundings, publish, changes, report });
  const look = (): number => {
    disk.look();
    holdPlace(store);
    return dataVersion(store);
  };
  const watch = watchStore(look, surroundings.version, tellOfOthers({ publish, changes, sync }));
  return {
    changes,
    disk,
    safety,
    failed,
    report,
    jobs,
    sync,
    rest: watch.rest,
    changeSettings: (edit) => {
      const settings = changeSettings(store, policy, edit);
      publish('settings.changed', settings);
      return settings;
    },
    close: async () => {
      watch.close();
      maintenance.close();
      await Promise.all([closeJobs(jobs), sync.close()]);
      closeStore(store);
    },
  };
}

interface JobSurroundings extends Pick<Surroundings, 'store' | 'workers' | 'onJob'>, Publishing {
  readonly changes: ArticleChanges;
  readonly failed: AppServices['failed'];
  readonly troubleIn: ReturnType<typeof troubleTeller>;
}

function jobsOver({ publish, changes, troubleIn, onJob, ...rest }: JobSurroundings): Jobs {
  return createJobs({
    ...rest,
    pid: process.pid,
    isGone: ownerGone(rest.store.now),
    onArticle: (id, hasNewSection) => {
      changes.tell([id], null);
      if (hasNewSection) publish('sections.changed', null);
    },
    onChange: (job) => {
      publish('jobs.changed', job);
      onJob(job);
    },
    onTrouble: (kind, failure) => troubleIn(`${kind}s`)(failure),
  });
}

/** The watches on the disk and the store: what is reported is passed to them too, wherever it happened. */
function watchesOver({ store, publish, report }: Pick<Surroundings, 'store' | 'report'> & Publishing) {
  const disk = createDiskWatch(
    (notice) => publish('store.notice', notice),
    () => !keepReserve(store.folder),
  );
  hearWrites(store, disk.written);
  const safety = createStoreSafety(store, publish);
  const failed = (failure: Failure): Failure => {
    disk.failed(failure.code);
    return safety.failed(failure);
  };
  const hearing: Report = (where, thrown) => {
    failed(toFailure(storeFailure(thrown)));
    report(where, thrown);
  };
  return { disk, safety, failed, report: hearing };
}

/** What the watch on the disk, or on the store, reports on its own. */
const toldOtherwise: ReadonlySet<string> = new Set(['disk_full', 'store_damaged']);

/** Trouble in a service that nobody waits for: logged, and shown as a banner. */
const troubleTeller =
  ({ publish, report }: Pick<Surroundings, 'report'> & Publishing) =>
  (where: string) =>
  (failure: Failure): void => {
    report(where, new NutgrafError(failure.code, failure.message, failure.detail));
    if (!toldOtherwise.has(failure.code)) publish('store.notice', { kind: 'trouble', failure });
  };

/** Another process may have written any article or section, or a post for the outbox. */
const tellOfOthers =
  ({ publish, changes, sync }: Publishing & Pick<AppServices, 'changes' | 'sync'>) =>
  (): void => {
    changes.tellOfAny();
    publish('sections.changed', null);
    sync.send();
  };
