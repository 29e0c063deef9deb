import { basename, resolve } from 'node:path';
import type { ImportJob, ImportOutcome } from '#shared/domain/importJob';
import type { Failure } from '#shared/domain/failure';
import { getImport, importOutcomes } from '../store/jobs/importItems';
import type { Store } from '../store/store';
import type { Printer } from './print';
import { type JobSurroundings, runJob } from './runJob';

interface ImportSurroundings extends JobSurroundings {
  readonly store: Store;
  readonly print: Printer;
}

/** The app's own import job, with a line for each file, in order, as soon as its outcome is known. */
export async function importFiles(
  context: ImportSurroundings,
  { files }: { readonly files: readonly string[] },
): Promise<number> {
  const { store, print } = context;
  let told = 0;
  const tell = ({ id, done, failed }: Pick<ImportJob, 'id' | 'done' | 'failed'>): void => {
    for (const outcome of importOutcomes(store, id, told, done + failed)) {
      print.line(lineOf(files[told] ?? outcome.file, outcome, null));
      told += 1;
    }
  };
  const { id, interrupted } = await runJob(context, {
    queue: (jobs) => jobs.import,
    request: { sources: files.map((file) => ({ name: basename(file), path: resolve(file) })) },
    onChange: (job) => tell(job),
  });
  const job = getImport(store, id);
  tell(job);
  for (const outcome of importOutcomes(store, id, told)) {
    print.line(lineOf(files[told] ?? outcome.file, outcome, job.failure));
    told += 1;
  }
  if (job.state === 'cancelled') {
    const unread = job.total - job.done - job.failed;
    print.complain(
      `nutgraf: Stopped. Of ${job.total} files, ${unread} were not read; what was imported is kept.`,
    );
    return interrupted ?? 1;
  }
  return job.state === 'done' && job.failed === 0 ? 0 : 1;
}

const notRead = {
  code: 'not_read',
  message: 'The import was stopped before this file. Nothing was imported from it; import it again.',
} as const satisfies Failure;

/** What is printed for a file; `broken` is why the import as a whole ended, which is why the rest is unread. */
function lineOf(file: string, outcome: ImportOutcome, broken: Failure | null): unknown {
  if (outcome.kind === 'imported') return outcome.summary;
  const { code, message } = outcome.kind === 'failed' ? outcome.failure : (broken ?? notRead);
  return { file, error: { code, message } };
}
