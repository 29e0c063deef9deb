import type {
  ExportJob,
  ExportRequest,
  ExportedAsset,
  ExportedFile,
  JobState,
} from '#shared/domain/exportJob';
import { exportJob } from '#shared/domain/exportJob';
import type { Failure } from '#shared/domain/failure';
import { NutgrafError } from '#shared/domain/failure';
import type { Id, Time } from '#shared/domain/id';
import type { Reader, Store } from './store';
import { write } from './sql/write';

interface JobRow {
  readonly id: Id;
  readonly request: string;
  readonly state: JobState;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly created_at: Time;
  readonly finished_at: Time | null;
  readonly failure: string | null;
  /** JSON. */
  readonly notes: string;
}

const selectJob = `
  SELECT id, request, state, created_at, finished_at, failure,
    (SELECT count(*) FROM job_items WHERE job_id = jobs.id) AS total,
    (SELECT count(*) FROM job_items WHERE job_id = jobs.id AND state = 'done') AS done,
    (SELECT count(*) FROM job_items WHERE job_id = jobs.id AND state = 'failed') AS failed,
    (SELECT json_group_array(said) FROM (
      SELECT coalesce(note, json_extract(failure, '$.message')) AS said FROM job_items
      WHERE job_id = jobs.id AND (note IS NOT NULL OR state = 'failed') ORDER BY ordinal LIMIT 20)) AS notes
  FROM jobs`;

function toJob({ request, failure, notes, created_at, finished_at, ...row }: JobRow): ExportJob {
  return exportJob.parse({
    ...row,
    request: JSON.parse(request) as unknown,
    failure: failure === null ? null : (JSON.parse(failure) as unknown),
    notes: JSON.parse(notes) as unknown,
    createdAt: created_at,
    finishedAt: finished_at,
  });
}

/** Keeps a new job and its articles, waiting for the process that asked for it; durable when it returns. */
export function createJob(
  store: Store,
  request: ExportRequest,
  articleIds: readonly Id[],
  pid: number,
): ExportJob {
  const id = store.newId();
  const addJob = store.db.prepare(
    `INSERT INTO jobs (id, kind, request, state, created_at, owner, heartbeat)
     VALUES (:id, 'export', :request, 'waiting', :now, :pid, :now)`,
  );
  // One statement for all of them: a hundred thousand take a tenth of a second.
  const addItems = store.db.prepare(
    'INSERT INTO job_items (job_id, ordinal, article_id) SELECT ?, key, value FROM json_each(?)',
  );
  write(store, () => {
    addJob.run({ id, request: JSON.stringify(request), now: store.now(), pid });
    addItems.run(id, JSON.stringify(articleIds));
  });
  return getJob(store, id);
}

/** Throws NutgrafError `job_not_found`. */
export function getJob(reader: Reader, id: Id): ExportJob {
  const row = reader.db.prepare<[Id], JobRow>(`${selectJob} WHERE id = ?`).get(id);
  if (row === undefined) throw new NutgrafError('job_not_found', 'This export is not in the store any more.');
  return toJob(row);
}

/** The newest jobs first. */
export function listJobs(reader: Reader, limit = 20): readonly ExportJob[] {
  return reader.db
    .prepare<[number], JobRow>(`${selectJob} ORDER BY created_at DESC, id DESC LIMIT ?`)
    .all(limit)
    .map(toJob);
}

/** Whose a job is: the process that asked for it or works on it, and when that last gave a sign. */
export interface JobOwner {
  readonly pid: number;
  readonly heartbeat: Time;
}

/**
 * Takes the oldest job of this process that waits, or of one that is gone, for this process; null when there is
 * none. `isGone` is asked about the owner of each other open job.
 */
export function claimJob(store: Store, pid: number, isGone: (owner: JobOwner) => boolean): ExportJob | null {
  const open = store.db.prepare<[], { id: Id; state: JobState; pid: number | null; heartbeat: Time }>(
    `SELECT id, state, owner AS pid, heartbeat FROM jobs WHERE state IN ('waiting', 'running') ORDER BY created_at, id`,
  );
  const take = store.db.prepare(`UPDATE jobs SET state = 'running', owner = ?, heartbeat = ? WHERE id = ?`);
  const claimed = write(store, () => {
    const job = open
      .all()
      .find(
        ({ state, pid: owner, heartbeat }) =>
          owner === null || (state === 'waiting' && owner === pid) || isGone({ pid: owner, heartbeat }),
      );
    if (job !== undefined) take.run(pid, store.now(), job.id);
    return job?.id ?? null;
  });
  return claimed === null ? null : getJob(store, claimed);
}

export interface JobItem {
  readonly ordinal: number;
  readonly articleId: Id;
  /** What held the article when a reason was given to write it. */
  readonly overridden: readonly string[];
}

/** Lets a job write an article though this held it. */
export function noteOverridden(store: Store, jobId: Id, articleId: Id, overridden: readonly string[]): void {
  store.db
    .prepare('UPDATE job_items SET overridden = ? WHERE job_id = ? AND article_id = ?')
    .run(JSON.stringify(overridden), jobId, articleId);
}

/** The articles of a job that are not written yet, in their order. */
export function openItems(reader: Reader, jobId: Id): readonly JobItem[] {
  return reader.db
    .prepare<[Id], Omit<JobItem, 'overridden'> & { readonly overridden: string | null }>(
      `SELECT ordinal, article_id AS articleId, overridden FROM job_items
       WHERE job_id = ? AND state = 'waiting' ORDER BY ordinal`,
    )
    .all(jobId)
    .map(({ overridden, ...item }) => ({
      ...item,
      overridden: JSON.parse(overridden ?? '[]') as readonly string[],
    }));
}

/** What a job has written, in its order; paths are absolute. */
export function writtenFiles(reader: Reader, jobId: Id): readonly ExportedFile[] {
  return reader.db
    .prepare<[Id], ExportedFile>(
      `SELECT article_id AS id, file AS path, bytes, sha256 FROM job_items WHERE job_id = ? AND state = 'done' ORDER BY ordinal`,
    )
    .all(jobId);
}

/** The pictures that came with what a job has written, each once. */
export function writtenAssets(reader: Reader, jobId: Id): readonly ExportedAsset[] {
  const lists = reader.db
    .prepare<[Id], string>(
      `SELECT assets FROM job_items WHERE job_id = ? AND state = 'done' AND assets <> '[]' ORDER BY ordinal`,
    )
    .pluck()
    .all(jobId);
  const assets = lists.flatMap((list) => JSON.parse(list) as readonly ExportedAsset[]);
  return [...new Map(assets.map((asset) => [asset.sha256, asset])).values()];
}

/** The articles of a job that could not be written, and why. */
export function failedItems(
  reader: Reader,
  jobId: Id,
): readonly { readonly articleId: Id; readonly failure: Failure }[] {
  return reader.db
    .prepare<[Id], { articleId: Id; failure: string }>(
      `SELECT article_id AS articleId, failure FROM job_items WHERE job_id = ? AND state = 'failed' ORDER BY ordinal`,
    )
    .all(jobId)
    .map(({ articleId, failure }) => ({ articleId, failure: JSON.parse(failure) as Failure }));
}

export type ItemOutcome =
  | {
      readonly kind: 'written';
      readonly ordinal: number;
      readonly file: ExportedFile;
      readonly assets: readonly ExportedAsset[];
      readonly note: string | null;
    }
  | { readonly kind: 'failed'; readonly ordinal: number; readonly failure: Failure };

/** Records how some articles of a job went, and that its owner lives. */
export function recordItems(store: Store, jobId: Id, outcomes: readonly ItemOutcome[]): void {
  const done = store.db.prepare(
    `UPDATE job_items SET state = 'done', file = ?, bytes = ?, sha256 = ?, assets = ?, note = ? WHERE job_id = ? AND ordinal = ?`,
  );
  const failed = store.db.prepare(
    `UPDATE job_items SET state = 'failed', failure = ? WHERE job_id = ? AND ordinal = ?`,
  );
  write(store, () => {
    for (const outcome of outcomes) {
      if (outcome.kind === 'failed') failed.run(JSON.stringify(outcome.failure), jobId, outcome.ordinal);
      else {
        const { path, bytes, sha256 } = outcome.file;
        done.run(path, bytes, sha256, JSON.stringify(outcome.assets), outcome.note, jobId, outcome.ordinal);
      }
    }
    store.db.prepare('UPDATE jobs SET heartbeat = ? WHERE id = ?').run(store.now(), jobId);
  });
}

/** Ends a job. A job that has ended stays as it ended. */
export function finishJob(
  store: Store,
  id: Id,
  state: 'done' | 'failed' | 'cancelled',
  failure: Failure | null,
): ExportJob {
  const finish = store.db.prepare(
    `UPDATE jobs SET state = ?, failure = ?, finished_at = ?, owner = NULL WHERE id = ? AND state IN ('waiting', 'running')`,
  );
  write(store, () => finish.run(state, failure === null ? null : JSON.stringify(failure), store.now(), id));
  return getJob(store, id);
}

/** Puts a job that failed or was cancelled back in line for this process; what it wrote stays written. */
export function reopenJob(store: Store, id: Id, pid: number): ExportJob {
  write(store, () => {
    const { changes } = store.db
      .prepare(
        `UPDATE jobs SET state = 'waiting', failure = NULL, finished_at = NULL, owner = ?, heartbeat = ?
         WHERE id = ? AND state NOT IN ('waiting', 'running')`,
      )
      .run(pid, store.now(), id);
    if (changes === 1) {
      store.db
        .prepare(
          `UPDATE job_items SET state = 'waiting', failure = NULL WHERE job_id = ? AND state = 'failed'`,
        )
        .run(id);
    }
  });
  return getJob(store, id);
}
