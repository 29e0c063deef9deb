import type { ExportJob, ExportRequest } from '#shared/domain/exportJob';
import type { Failure } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import type { ImportJob } from '#shared/domain/importJob';
import type { JobOwner } from '../../store/jobs/jobs';
import type { Store } from '../../store/store';
import { type JobQueue, createJobQueue } from '../queue';
import { exportKind } from './export/exportKind';
import { type ImportRequest, importKind } from './import/importKind';

/** A queue for each kind of job: none waits for a long job of another kind. */
export interface Jobs {
  readonly export: JobQueue<ExportRequest, ExportJob>;
  readonly import: JobQueue<ImportRequest, ImportJob>;
}

interface JobsOptions {
  readonly store: Store;
  readonly pid: number;
  /** The built workers, absolute paths. */
  readonly workers: Readonly<Record<'exportWorker' | 'importWorker', string>>;
  /** Hears why a part of a job failed, and answers with what to tell of it. */
  readonly failed: (failure: Failure) => Failure;
  /** A job made this article. */
  readonly onArticle: (id: Id) => void;
  /** Called after every change of a job that a queue made. */
  readonly onChange: (job: ExportJob | ImportJob) => void;
  readonly isGone: (owner: JobOwner) => boolean;
  /** A kind's jobs could not go on. */
  readonly onTrouble: (kind: keyof Jobs, failure: Failure) => void;
}

/** Every kind of job, with what it needs. */
export function createJobs({ workers, onTrouble, ...common }: JobsOptions): Jobs {
  const troubleOf = (kind: keyof Jobs) => (failure: Failure) => onTrouble(kind, failure);
  return {
    export: createJobQueue(exportKind, {
      ...common,
      workerPath: workers.exportWorker,
      onTrouble: troubleOf('export'),
    }),
    import: createJobQueue(importKind, {
      ...common,
      workerPath: workers.importWorker,
      onTrouble: troubleOf('import'),
    }),
  };
}

/** Takes up, or ends, what a crash or a quit cut short. */
export function resumeJobs(jobs: Jobs): void {
  jobs.export.resume();
  jobs.import.resume();
}

export async function closeJobs(jobs: Jobs): Promise<void> {
  await Promise.all([jobs.export.close(), jobs.import.close()]);
}
