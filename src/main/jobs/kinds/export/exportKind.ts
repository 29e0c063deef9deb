import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ExportJob, ExportRequest } from '#shared/domain/exportJob';
import { type Failure, NutgrafError } from '#shared/domain/failure';
import { say, spokenLanguage } from '#shared/language/say';
import { languageWord } from '#shared/language/startLanguage';
import { selectArticleIds } from '../../../store/articles/articles';
import { letLeave, listHeld } from '../../../store/articles/holds';
import {
  createExport,
  failedItems,
  getExport,
  listExports,
  noteOverridden,
  openItems,
  recordItems,
  reopenFailedItems,
  writtenAssets,
  writtenFiles,
} from '../../../store/jobs/exportItems';
import { toldFailure } from '../../../store/safety/recoveryMark';
import { write } from '../../../store/sql/write';
import type { Store } from '../../../store/store';
import type { JobContext, JobKind } from '../../kind';
import { flags, newFlags, type WorkerMessage, type WorkerTask } from './workerMessages';

interface ExportContext extends JobContext {
  /** The built worker, an absolute path. */
  readonly workerPath: string;
}

/**
 * Articles written to files by a worker thread; what is missing of a folder of files is written at the next start.
 */
export const exportKind: JobKind<ExportRequest, ExportJob, ExportContext> = {
  name: 'export',
  afterRestart: 'goes on',
  get: getExport,
  list: listExports,
  reopen: reopenFailedItems,
  open: (context) => ({
    make: (request) => makeExport(context, request),
    run: (job, signal, onStep) => runExport(context, job, { signal, onStep }),
    close: () => Promise.resolve(),
  }),
};

/** Throws NutgrafError `nothing_to_export`. */
function makeExport({ store, pid }: JobContext, request: ExportRequest): ExportJob {
  const ids = selectArticleIds(store, request.selection);
  if (ids.length === 0)
    throw new NutgrafError('nothing_to_export', say('There is no article to export here.'));
  return write(store, () => {
    const job = createExport(store, request, ids, pid);
    keepOverrides(store, job);
    return job;
  });
}

/** Each article written although it was held back has the reason in its history. */
function keepOverrides(store: Store, { id: jobId, request }: ExportJob): void {
  const { selection, format, override } = request;
  if (!override) return;
  const told = (holds: string, reason: string): string =>
    say('Exported as {format} while {holds}: {reason}', { format, holds, reason });
  for (const { id } of listHeld(store, selection))
    noteOverridden(store, jobId, id, letLeave(store, id, told, override));
}

interface Following {
  readonly signal: AbortSignal;
  readonly onStep: () => void;
}

async function runExport(
  context: ExportContext,
  job: ExportJob,
  { signal, onStep }: Following,
): Promise<Failure | null> {
  const { store } = context;
  const task = taskOf(store, job);
  const stop = (): void => void Atomics.store(new Int32Array(task.flags), flags.stop, 1);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const broken = await runWorker(context, task, (message) => {
    recordItems(store, job.id, message.items);
    onStep();
  });
  signal.removeEventListener('abort', stop);
  tellDamage(context, [broken, ...failedItems(store, job.id).map(({ failure }) => failure)]);
  return broken;
}

function taskOf(store: Store, { id, request }: ExportJob): WorkerTask {
  return {
    storeFolder: store.folder,
    flags: newFlags(),
    task: {
      format: request.format,
      folder: request.folder,
      now: store.now(),
      items: openItems(store, id),
      written: writtenFiles(store, id).map(({ path, ...file }) => ({ ...file, file: basename(path) })),
      writtenAssets: writtenAssets(store, id),
    },
  };
}

/** Damage to the store concerns more than the job that ran into it. */
function tellDamage({ onTrouble }: JobContext, failures: readonly (Failure | null)[]): void {
  const damage = failures.find((failure) => failure?.code === 'store_damaged') ?? null;
  if (damage !== null) onTrouble(damage);
}

/** Lets the worker go on to its next message. */
function taken({ flags: shared }: WorkerTask): void {
  const told = new Int32Array(shared);
  Atomics.add(told, flags.taken, 1);
  Atomics.notify(told, flags.taken);
}

/** Resolves to null when the worker finished, otherwise to the reason it did not. */
async function runWorker(
  { store, workerPath }: ExportContext,
  task: WorkerTask,
  onItems: (message: Extract<WorkerMessage, { kind: 'items' }>) => void,
): Promise<Failure | null> {
  const worker = new Worker(workerPath, { workerData: task, argv: [languageWord(spokenLanguage())] });
  return new Promise((resolve) => {
    let failure: Failure | null = {
      code: 'export_broken',
      message: say(
        'The export stopped before the end. The files it wrote are complete; try again to write the rest.',
      ),
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
        // In a turn of its own, after whatever else is waiting for main.
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
