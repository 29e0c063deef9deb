import type { Failure } from '#shared/domain/failure';
import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import type { ImportJob } from '#shared/domain/importJob';
import { importFile } from '../../../imports/importFile';
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
  /** A file became this article. */
  readonly onArticle: (id: Id) => void;
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
  isUnfinished: (reader, id) => unreadFiles(reader, id).length > 0,
  // A file that was refused is refused again.
  reopen: () => undefined,
  open: (context) => {
    const reader = createImportReader({ workerPath: context.workerPath });
    const handed = new Map<Id, readonly ImportSource[]>();
    return {
      make: ({ sources }) => {
        const job = makeImport(context, sources);
        handed.set(job.id, sources);
        return job;
      },
      run: async (job, signal, onStep) => {
        const sources = handed.get(job.id) ?? [];
        const broken = await runImport({ ...context, reader, sources, signal }, job.id, onStep);
        handed.delete(job.id);
        return broken;
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
  const { store, reader, signal, onArticle, failed } = running;
  try {
    const { summary } = await importFile(
      {
        store,
        reader,
        signal,
        onKept: (imported) => recordImported(store, jobId, item.ordinal, imported.summary),
      },
      sourceOf(running, item),
    );
    onArticle(summary.id);
    return null;
  } catch (thrown) {
    const failure = toldFailure(store.folder, thrown);
    return signal.aborted ? failure : failed(failure);
  }
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
