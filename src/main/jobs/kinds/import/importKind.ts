import type { Failure } from '#shared/domain/failure';
import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import type { ImportJob } from '#shared/domain/importJob';
import { isUnderWay } from '#shared/domain/job';
import { type Imported, importFile } from '../../../imports/importFile';
import { type ImportReader, type ImportSource, createImportReader } from '../../../imports/importReader';
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
  /** Hears why a file failed, and answers with what to tell of it. */
  readonly failed: (failure: Failure) => Failure;
  /** A file became this article, and maybe its section came with it. */
  readonly onArticle: (id: Id, hasNewSection: boolean) => void;
}

export interface ImportRequest {
  readonly sources: readonly ImportSource[];
}

/**
 * Files made into articles, each read by a thread that is given up with it when it takes too long or too much. What
 * the app's end cut short is not read at the next start: articles that appear by themselves, days later, are a
 * surprise. It is told then, and can be read by a click.
 */
export const importKind: JobKind<ImportRequest, ImportJob, ImportContext> = {
  name: 'import',
  afterRestart: 'ends',
  get: getImport,
  list: listImports,
  // What a file was refused for mostly stays; one that may be read by now is imported anew.
  reopen: () => undefined,
  open: (context) => {
    const reader = createImportReader({ workerPath: context.workerPath });
    const handed = new Map<Id, readonly ImportSource[]>();
    return {
      make: ({ sources }) => {
        const job = makeImport(context, sources);
        // The bytes of a cancelled one are kept for "Read the rest", until there is another import.
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
  if (sources.length === 0) throw new NutgrafError('nothing_to_import', 'There is no file to import here.');
  const files = sources.map((source) => ({
    name: source.name,
    path: 'path' in source ? source.path : null,
  }));
  return createImport(store, files, pid);
}

interface Running extends ImportContext {
  readonly reader: ImportReader;
  /** What the job was asked for, in its order; nothing after a restart. */
  readonly sources: readonly ImportSource[];
  readonly signal: AbortSignal;
}

/** Reads the files that are left, one after the other: what is wrong with one does not keep the others out. */
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

/** What concerns the store, and so every file that would follow. */
const ofStore: ReadonlySet<string> = new Set([
  'disk_full',
  'disk_failed',
  'store_busy',
  'store_closed',
  'store_damaged',
  'store_displaced',
  'store_not_writable',
]);

/** Null when the file became an article, and the store knows it. */
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
    'This came from another program, and Nutgraf has nothing of it any more. Drop it on the window again.',
  );
}
