import type { AnyJob } from '#shared/domain/anyJob';
import type { ExportJob, ExportRequest } from '#shared/domain/exportJob';
import type { Failure } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import type { ImportJob } from '#shared/domain/importJob';
import type { JobOwner } from '../../store/jobs/jobs';
import type { Store } from '../../store/store';
import { type JobQueue, createJobQueue } from '../queue';
import { exportKind } from './export/exportKind';
import { type ImportRequest, importKind } from './import/importKind';

/** One queue per kind of job, so that none waits for a long job of another kind. */
export interface Jobs {
  readonly export: JobQueue<ExportRequest, ExportJob>;
  readonly import: JobQueue<ImportRequest, ImportJob>;
}

interface JobsOptions {
  readonly store: Store;
  readonly pid: number;
  /** The built workers, absolute paths. */
  readonly workers: Readonly<Record<'exportWorker' | 'importWorker', string>>;
  /** Hears why part of a job failed, and returns the failure to show. */
  readonly failed: (failure: Failure) => Failure;
  /** A job created this article, possibly with a new section. */
  readonly onArticle: (id: Id, hasNewSection: boolean) => void;
  /** Called after every change to a job made by a queue. */
  readonly onChange: (job: AnyJob) => void;
  readonly isGone: (owner: JobOwner) => boolean;
  /** A kind's jobs could not continue. */
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

const queuesOf = (jobs: Jobs): readonly Jobs[keyof Jobs][] => Object.values({ ...jobs });

/** Resumes or ends what a crash or a quit cut short. */
export function resumeJobs(jobs: Jobs): void {
  for (const queue of queuesOf(jobs)) queue.resume();
}

export async function closeJobs(jobs: Jobs): Promise<void> {
  await Promise.all(queuesOf(jobs).map((queue) => queue.close()));
}
