import type { Failure } from '#shared/domain/failure';
import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import type { ImportJob } from '#shared/domain/importJob';
import { isUnderWay } from '#shared/domain/job';
import { say } from '#shared/language/say';
import { type Imported, importFile } from '../../../imports/importFile';
import {
  type ImportReader,
  type ImportSource,
  type ReadingLimits,
  createImportReader,
} from '../../../imports/importReader';
import {
  type ImportItem,
  createImport,
  getImport,
  listImports,
  recordImported,
  recordRefused,
  unreadFiles,
} from '../../../store/jobs/importItems';
import { toldFailure } from '../../../store/safety/recoveryMark';
import type { JobContext, JobKind } from '../../kind';

interface ImportContext extends JobContext {
  /** The built worker, an absolute path. */
  readonly workerPath: string;
  readonly limits?: ReadingLimits;
  /** Hears why a file failed, and returns the failure to show. */
  readonly failed: (failure: Failure) => Failure;
  /** A file became this article, possibly with a new section. */
  readonly onArticle: (id: Id, hasNewSection: boolean) => void;
}

export interface ImportRequest {
  readonly sources: readonly ImportSource[];
}

/**
 * Turns files into articles. A thread reads each one, and ends with it if it takes too long or too much memory. What
 * the end of the app cut short is not read at the next start: articles that appear by themselves, days later, are a
 * surprise. The user is told then, and can have it read with a click.
 */
export const importKind: JobKind<ImportRequest, ImportJob, ImportContext> = {
  name: 'import',
  afterRestart: 'ends',
  get: getImport,
  list: listImports,
  // The reason a file was refused usually persists; a file that may be readable by now is tried again.
  reopen: () => undefined,
  open: (context) => {
    const reader = createImportReader({ ...context.limits, workerPath: context.workerPath });
    const handed = new Map<Id, readonly ImportSource[]>();
    return {
      make: ({ sources }) => {
        const job = makeImport(context, sources);
        // A cancelled import's bytes are kept for "Read the rest", until there is another import.
        for (const id of handed.keys()) if (!isUnderWay(getImport(context.store, id))) handed.delete(id);
        handed.set(job.id, sources);
        return job;
      },
      run: (job, signal, onStep) => {
        const sources = handed.get(job.id) ?? [];
        return runImport({ ...context, reader, sources, signal }, job.id, onStep);
      },
      close: reader.close,
    };
  },
};

/** Throws NutgrafError `nothing_to_import`. */
function makeImport({ store, pid }: ImportContext, sources: readonly ImportSource[]): ImportJob {
  if (sources.length === 0)
    throw new NutgrafError('nothing_to_import', say('There is no file to import here.'));
  const files = sources.map((source) => ({
    name: source.name,
    path: 'path' in source ? source.path : null,
  }));
  return createImport(store, files, pid);
}

interface Running extends ImportContext {
  readonly reader: ImportReader;
  /** The sources the job was created with, in order; empty after a restart. */
  readonly sources: readonly ImportSource[];
  readonly signal: AbortSignal;
}

/** Reads the remaining files one after another: a problem with one does not stop the others. */
async function runImport(running: Running, jobId: Id, onStep: () => void): Promise<Failure | null> {
  const { store, signal } = running;
  for (const item of unreadFiles(store, jobId)) {
    if (signal.aborted) return null;
    const failure = await importItem(running, jobId, item);
    if (signal.aborted && failure !== null) return null;
    if (failure !== null && ofStore.has(failure.code)) return failure;
    if (failure !== null) recordRefused(store, jobId, item.ordinal, failure);
    onStep();
  }
  return null;
}

/** Problems of the store, which every later file would meet too. */
const ofStore: ReadonlySet<string> = new Set([
  'disk_full',
  'disk_failed',
  'store_busy',
  'store_closed',
  'store_damaged',
  'store_displaced',
  'store_not_writable',
]);

/** Null when the file became an article and the store recorded it. */
async function importItem(running: Running, jobId: Id, item: ImportItem): Promise<Failure | null> {
  const { store, signal, onArticle, failed } = running;
  const kept = await keepFile(running, jobId, item).catch((thrown: unknown) => {
    const failure = toldFailure(store.folder, thrown);
    return { failure: signal.aborted ? failure : failed(failure) };
  });
  if ('failure' in kept) return kept.failure;
  onArticle(kept.summary.id, kept.hasNewSection);
  return null;
}

async function keepFile(running: Running, jobId: Id, item: ImportItem): Promise<Imported> {
  const { store, reader, signal } = running;
  const onKept = ({ summary }: Imported): void => recordImported(store, jobId, item.ordinal, summary);
  return importFile({ store, reader, signal, onKept }, sourceOf(running, item));
}

function sourceOf({ sources }: Running, { ordinal, name, path }: ImportItem): ImportSource {
  const known = sources[ordinal];
  if (known) return known;
  if (path !== null) return { name, path };
  throw new NutgrafError(
    'source_gone',
    say('This was dropped from another program, and Nutgraf no longer has it. Drop it on the window again.'),
  );
}
