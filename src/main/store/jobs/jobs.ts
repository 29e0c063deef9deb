import type { AnyJob } from '#shared/domain/anyJob';
import type { Failure } from '#shared/domain/failure';
import { NutgrafError } from '#shared/domain/failure';
import type { Id, Time } from '#shared/domain/id';
import type { JobState } from '#shared/domain/job';
import { say } from '#shared/language/say';
import type { Store } from '../store';
import { statement } from '../sql/statement';
import { write } from '../sql/write';

/** The kinds of jobs; each kind has a table of its own for the contents of its jobs. */
export type JobKindName = AnyJob['kind'];

/** What the store keeps about a job of any kind. */
export interface JobRow {
  readonly id: Id;
  readonly state: JobState;
  readonly createdAt: Time;
  readonly finishedAt: Time | null;
  /** JSON. */
  readonly failure: string | null;
}

/** The columns of a {@link JobRow}. */
export const jobColumns = 'id, state, created_at AS createdAt, finished_at AS finishedAt, failure';

export const readFailure = (json: string | null): Failure | null =>
  json === null ? null : (JSON.parse(json) as Failure);

/** Throws NutgrafError `job_not_found`. */
export function foundJob<Row>(row: Row | undefined): Row {
  if (row !== undefined) return row;
  throw new NutgrafError('job_not_found', say('This job is no longer in the store.'));
}

/** Stores a new job, waiting for the process that requested it; call it in a write, together with its contents. */
export function addJob(store: Store, kind: JobKindName, request: unknown, pid: number): Id {
  const id = store.newId();
  store.db
    .prepare(
      `INSERT INTO jobs (id, kind, request, state, created_at, owner, heartbeat)
       VALUES (:id, :kind, :request, 'waiting', :now, :pid, :now)`,
    )
    .run({ id, kind, request: JSON.stringify(request), now: store.now(), pid });
  return id;
}

/** The owner of a job: the process that requested it or works on it, and when that last reported. */
export interface JobOwner {
  readonly pid: number;
  readonly heartbeat: Time;
}

type IsGone = (owner: JobOwner) => boolean;

interface OpenJob {
  readonly id: Id;
  readonly state: JobState;
  readonly pid: number | null;
  readonly heartbeat: Time;
}

function openJobs({ db }: Store, kind: JobKindName): readonly OpenJob[] {
  return db
    .prepare<[JobKindName], OpenJob>(
      `SELECT id, state, owner AS pid, heartbeat FROM jobs
       WHERE kind = ? AND state IN ('waiting', 'running') ORDER BY created_at, id`,
    )
    .all(kind);
}

/** The open jobs of a kind whose process is gone. */
export function leftJobs(store: Store, kind: JobKindName, isGone: IsGone): readonly Id[] {
  return openJobs(store, kind)
    .filter(({ pid, heartbeat }) => pid === null || isGone({ pid, heartbeat }))
    .map(({ id }) => id);
}

/**
 * Takes over the oldest job of a kind that is waiting for this process, or whose process is gone; null when there is
 * none. `isGone` is asked about the owner of each other open job.
 */
export function claimJob(store: Store, kind: JobKindName, pid: number, isGone: IsGone): Id | null {
  const take = store.db.prepare(`UPDATE jobs SET state = 'running', owner = ?, heartbeat = ? WHERE id = ?`);
  return write(store, () => {
    const job = openJobs(store, kind).find(
      ({ state, pid: owner, heartbeat }) =>
        owner === null || (state === 'waiting' && owner === pid) || isGone({ pid: owner, heartbeat }),
    );
    if (job !== undefined) take.run(pid, store.now(), job.id);
    return job?.id ?? null;
  });
}

/** Records that the owner of a job is alive; call it with what the job has done. */
export function beat(store: Store, id: Id): void {
  statement<[Time, Id]>(store.db, 'UPDATE jobs SET heartbeat = ? WHERE id = ?').run(store.now(), id);
}

/** Ends a job. A job that has ended is not changed. */
export function finishJob(
  store: Store,
  id: Id,
  state: 'done' | 'failed' | 'cancelled',
  failure: Failure | null,
): void {
  const finish = store.db.prepare(
    `UPDATE jobs SET state = ?, failure = ?, finished_at = ?, owner = NULL WHERE id = ? AND state IN ('waiting', 'running')`,
  );
  write(store, () => finish.run(state, failure === null ? null : JSON.stringify(failure), store.now(), id));
}

/** Queues a failed or cancelled job again for this process; what it did is kept. */
export function reopenJob(store: Store, id: Id, pid: number): boolean {
  return write(store, () => {
    const { changes } = store.db
      .prepare(
        `UPDATE jobs SET state = 'waiting', failure = NULL, finished_at = NULL, owner = ?, heartbeat = ?
         WHERE id = ? AND state NOT IN ('waiting', 'running')`,
      )
      .run(pid, store.now(), id);
    return changes === 1;
  });
}
