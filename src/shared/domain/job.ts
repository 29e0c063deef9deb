import { z } from 'zod';
import { failure } from './failure';
import { id, time } from './id';

const jobState = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']);
export type JobState = z.infer<typeof jobState>;

/** What a window knows of a job of any kind; stored before the job runs. */
export const jobFields = {
  id,
  state: jobState,
  /** Articles to write or files to read; not bytes. */
  total: z.int().nonnegative(),
  done: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  createdAt: time,
  finishedAt: time.nullable(),
  failure: failure.nullable(),
} as const;

/** Whether a job is waiting or running. */
export function isUnderWay({ state }: { readonly state: JobState }): boolean {
  return state === 'waiting' || state === 'running';
}

/** The running job, or else one that is waiting. */
export function jobUnderWay<Job extends { readonly state: JobState }>(jobs: readonly Job[]): Job | undefined {
  return jobs.find(({ state }) => state === 'running') ?? jobs.find(isUnderWay);
}

/** Whether it failed as a whole, or ended without some of its parts. */
export function hasGoneWrong(job: { readonly state: JobState; readonly failed: number }): boolean {
  return job.state === 'failed' || (!isUnderWay(job) && job.failed > 0);
}
