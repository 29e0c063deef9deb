import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ExportJob, ExportRequest } from '#shared/domain/exportJob';
import type { Failure } from '#shared/domain/failure';
import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { selectArticleIds } from '../store/articles/articles';
import { letLeave, listHeld } from '../store/articles/holds';
import type { Store } from '../store/store';
import { write } from '../store/sql/write';
import type { JobOwner } from '../store/jobs';
import {
  claimJob,
  createJob,
  failedItems,
  finishJob,
  getJob,
  listJobs,
  noteOverridden,
  openItems,
  recordItems,
  reopenJob,
  writtenAssets,
  writtenFiles,
} from '../store/jobs';
import { toldFailure } from '../store/safety/recoveryMark';
import { flags, newFlags, type WorkerMessage, type WorkerTask } from './workerMessages';

export interface JobQueueOptions {
  readonly store: Store;
  /** The built worker, an absolute path. */
  readonly workerPath: string;
  /** Called after every change of a job that this queue made. */
  readonly onChange: (job: ExportJob) => void;
  /** This process, so that another one on the same store leaves its jobs alone. */
  readonly pid: number;
  /** Whether the process that an open job belongs to is gone, so that this one goes on with it. */
  readonly isGone: (owner: JobOwner) => boolean;
  /**
   * The queue could not go on, for instance since the disk is full, and its jobs wait in the store; or a job met
   * damage of the store, which concerns more than that job.
   */
  readonly onTrouble: (failure: Failure) => void;
}

export interface JobQueue {
  /** Keeps the job and answers at once. Throws NutgrafError `nothing_to_export`. */
  readonly start: (request: ExportRequest) => ExportJob;
  /** Stops after the few articles at hand; what was written stays, whole. */
  readonly cancel: (id: Id) => ExportJob;
  /** Goes on with what is not written yet, or failed. */
  readonly retry: (id: Id) => ExportJob;
  readonly list: () => readonly ExportJob[];
  /** Goes on with what a crash or a quit left unfinished. */
  readonly resume: () => void;
  /** Resolves when nothing of this queue runs or waits. */
  readonly idle: () => Promise<void>;
  /** Stops the worker after the few articles at hand; its job goes on at the next start. */
  readonly close: () => Promise<void>;
}

interface Running {
  readonly id: Id;
  readonly flags: SharedArrayBuffer;
}

/** Runs export jobs one after the other, each in a worker thread, each kept in the store before it runs. */
export function createJobQueue(options: JobQueueOptions): JobQueue {
  const { store, onChange } = options;
  let running: Running | null = null;
  const stopping = { now: false };
  let loop: Promise<void> = Promise.resolve();

  const drain = async (): Promise<void> => {
    while (!stopping.now) {
      const job = claimJob(store, options.pid, options.isGone);
      if (job === null) return;
      running = { id: job.id, flags: newFlags() };
      onChange(job);
      await runJob(options, job, running).finally(() => (running = null));
    }
  };
  const wake = (): void => {
    loop = loop.then(drain).catch((thrown: unknown) => options.onTrouble(toldFailure(store.folder, thrown)));
  };

  return {
    start: (request) => {
      const job = keepJob(options, request);
      onChange(job);
      wake();
      return job;
    },
    cancel: (id) => {
      if (running?.id === id) stop(running);
      const job = finishJob(store, id, 'cancelled', null);
      onChange(job);
      return job;
    },
    retry: (id) => {
      const job = reopenJob(store, id, options.pid);
      onChange(job);
      wake();
      return job;
    },
    list: () => listJobs(store),
    resume: wake,
    idle: async () => loop,
    close: async () => {
      stopping.now = true;
      if (running !== null) stop(running);
      await loop;
    },
  };
}

function keepJob({ store, pid }: JobQueueOptions, request: ExportRequest): ExportJob {
  const ids = selectArticleIds(store, request.selection);
  if (ids.length === 0) throw new NutgrafError('nothing_to_export', 'There is no article to export here.');
  return write(store, () => {
    const job = createJob(store, request, ids, pid);
    keepOverrides(store, job);
    return job;
  });
}

/** Each article that is written though it was held has the reason in its history. */
function keepOverrides(store: Store, { id: jobId, request }: ExportJob): void {
  const { selection, format, override } = request;
  if (!override) return;
  for (const { id } of listHeld(store, selection))
    noteOverridden(store, jobId, id, letLeave(store, id, `Exported as ${format}`, override));
}

function stop({ flags: shared }: Running): void {
  Atomics.store(new Int32Array(shared), flags.stop, 1);
}

const isStopped = ({ flags: shared }: Running): boolean =>
  Atomics.load(new Int32Array(shared), flags.stop) !== 0;

/** The worker may go on to its next message. */
function taken({ flags: shared }: WorkerTask): void {
  const told = new Int32Array(shared);
  Atomics.add(told, flags.taken, 1);
  Atomics.notify(told, flags.taken);
}

async function runJob(options: JobQueueOptions, job: ExportJob, running: Running): Promise<void> {
  const { store, onChange } = options;
  const task: WorkerTask = {
    storeFolder: store.folder,
    flags: running.flags,
    task: {
      format: job.request.format,
      folder: job.request.folder,
      now: store.now(),
      items: openItems(store, job.id),
      written: writtenFiles(store, job.id).map(({ path, ...file }) => ({ ...file, file: basename(path) })),
      writtenAssets: writtenAssets(store, job.id),
    },
  };
  const broken = await runWorker(options, task, (message) => {
    recordItems(store, job.id, message.items);
    onChange(getJob(store, job.id));
  });
  tellDamage(options, [broken, ...failedItems(store, job.id).map(({ failure }) => failure)]);
  // Stopped half-way it is cancelled, or goes on at the next start, or waits in line again already.
  if (broken === null && isStopped(running) && openItems(store, job.id).length > 0) return;
  onChange(finishJob(store, job.id, broken === null ? 'done' : 'failed', broken));
}

/** Damage of the store is more than the trouble of the job that met it. */
function tellDamage({ onTrouble }: JobQueueOptions, failures: readonly (Failure | null)[]): void {
  const damage = failures.find((failure) => failure?.code === 'store_damaged') ?? null;
  if (damage !== null) onTrouble(damage);
}

/** Resolves to null when the worker came to its end, else to why it did not. */
async function runWorker(
  { store, workerPath }: JobQueueOptions,
  task: WorkerTask,
  onItems: (message: Extract<WorkerMessage, { kind: 'items' }>) => void,
): Promise<Failure | null> {
  const worker = new Worker(workerPath, { workerData: task });
  return new Promise((resolve) => {
    let failure: Failure | null = {
      code: 'export_broken',
      message: 'The export stopped before its end. What was written is whole; try again to write the rest.',
    };
    const breakOff = (thrown: unknown): void => {
      failure = toldFailure(store.folder, thrown);
      worker.removeAllListeners('message');
      void worker.terminate();
    };
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'end') failure = null;
      else if (message.kind === 'broken') failure = message.failure;
      else {
        attempt(() => onItems(message), breakOff);
        // In a turn of its own, behind whatever else waits for main.
        setImmediate(taken, task);
      }
    });
    worker.on('error', breakOff);
    worker.on('exit', () => resolve(failure));
  });
}

function attempt(act: () => void, onThrown: (thrown: unknown) => void): void {
  try {
    act();
  } catch (thrown) {
    onThrown(thrown);
  }
}
