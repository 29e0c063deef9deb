import { z } from 'zod';
import { failure } from './failure';
import { id, time } from './id';

const jobState = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']);
export type JobState = z.infer<typeof jobState>;

/** What a window is told of every job, of whichever kind; kept in the store before the job runs. */
export const jobFields = {
  id,
  state: jobState,
  /** Articles that are written, or files that are read; not bytes. */
  total: z.int().nonnegative(),
  done: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  createdAt: time,
  finishedAt: time.nullable(),
  failure: failure.nullable(),
} as const;

/** Whether a job waits or runs. */
export function isUnderWay({ state }: { readonly state: JobState }): boolean {
  return state === 'waiting' || state === 'running';
}

/** Of jobs, the one that runs, else one that waits for its turn. */
export function jobUnderWay<Job extends { readonly state: JobState }>(jobs: readonly Job[]): Job | undefined {
  return jobs.find(({ state }) => state === 'running') ?? jobs.find(isUnderWay);
}

/** Whether it failed as a whole, or ended without some of its parts. */
export function hasGoneWrong(job: { readonly state: JobState; readonly failed: number }): boolean {
  return job.state === 'failed' || (!isUnderWay(job) && job.failed > 0);
}
