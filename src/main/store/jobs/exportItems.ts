import type { ExportJob, ExportRequest, ExportedAsset, ExportedFile } from '#shared/domain/exportJob';
import { exportJob } from '#shared/domain/exportJob';
import type { Failure } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import type { Reader, Store } from '../store';
import { statement } from '../sql/statement';
import { write } from '../sql/write';
import { type JobRow, addJob, beat, foundJob, jobColumns, readFailure } from './jobs';

interface ExportRow extends JobRow, Pick<ExportJob, 'total' | 'done' | 'failed'> {
  /** JSON. */
  readonly request: string;
  /** JSON. */
  readonly notes: string;
}

const selectExport = `
  SELECT ${jobColumns}, request,
    (SELECT count(*) FROM job_items WHERE job_id = jobs.id) AS total,
    (SELECT count(*) FROM job_items WHERE job_id = jobs.id AND state = 'done') AS done,
    (SELECT count(*) FROM job_items WHERE job_id = jobs.id AND state = 'failed') AS failed,
    (SELECT json_group_array(said) FROM (
      SELECT coalesce(note, json_extract(failure, '$.message')) AS said FROM job_items
      WHERE job_id = jobs.id AND (note IS NOT NULL OR state = 'failed') ORDER BY ordinal LIMIT 20)) AS notes
  FROM jobs WHERE kind = 'export'`;

function toExport({ request, failure, notes, ...row }: ExportRow): ExportJob {
  return exportJob.parse({
    ...row,
    kind: 'export',
    request: JSON.parse(request) as unknown,
    failure: readFailure(failure),
    notes: JSON.parse(notes) as unknown,
  });
}

/** Stores a new export and its articles, waiting for the process that requested it; durable when it returns. */
export function createExport(
  store: Store,
  request: ExportRequest,
  articleIds: readonly Id[],
  pid: number,
): ExportJob {
  // One statement for all of them: a hundred thousand take a tenth of a second.
  const addItems = store.db.prepare(
    'INSERT INTO job_items (job_id, ordinal, article_id) SELECT ?, key, value FROM json_each(?)',
  );
  return write(store, () => {
    const id = addJob(store, 'export', request, pid);
    addItems.run(id, JSON.stringify(articleIds));
    return getExport(store, id);
  });
}

/** Throws NutgrafError `job_not_found`. */
export function getExport(reader: Reader, id: Id): ExportJob {
  return toExport(foundJob(statement<[Id], ExportRow>(reader.db, `${selectExport} AND id = ?`).get(id)));
}

/** The newest exports first. */
export function listExports(reader: Reader, limit = 20): readonly ExportJob[] {
  return reader.db
    .prepare<[number], ExportRow>(`${selectExport} ORDER BY created_at DESC, id DESC LIMIT ?`)
    .all(limit)
    .map(toExport);
}

export interface JobItem {
  readonly ordinal: number;
  readonly articleId: Id;
  /** The holds on the article when a reason was given to write it. */
  readonly overridden: readonly string[];
}

/** Lets a job write an article in spite of these holds. */
export function noteOverridden(store: Store, jobId: Id, articleId: Id, overridden: readonly string[]): void {
  store.db
    .prepare('UPDATE job_items SET overridden = ? WHERE job_id = ? AND article_id = ?')
    .run(JSON.stringify(overridden), jobId, articleId);
}

/** The articles of a job that are not written yet, in order. */
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

/** What a job has written, in order; paths are absolute. */
export function writtenFiles(reader: Reader, jobId: Id): readonly ExportedFile[] {
  return reader.db
    .prepare<[Id], ExportedFile>(
      `SELECT article_id AS id, file AS path, bytes, sha256 FROM job_items WHERE job_id = ? AND state = 'done' ORDER BY ordinal`,
    )
    .all(jobId);
}

/** The images exported with what a job has written, each once. */
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

/** The outcome for one article of a job. */
export type ItemOutcome =
  | {
      readonly kind: 'written';
      readonly ordinal: number;
      readonly file: ExportedFile;
      readonly assets: readonly ExportedAsset[];
      /** How the file differs from the article, in one sentence that names it. */
      readonly note: string | null;
    }
  | { readonly kind: 'failed'; readonly ordinal: number; readonly failure: Failure };

/** Records the outcome of some articles of a job, and that its owner is alive. */
export function recordItems(store: Store, jobId: Id, outcomes: readonly ItemOutcome[]): void {
  const done = statement<unknown[]>(
    store.db,
    `UPDATE job_items SET state = 'done', file = ?, bytes = ?, sha256 = ?, assets = ?, note = ? WHERE job_id = ? AND ordinal = ?`,
  );
  const failed = statement<unknown[]>(
    store.db,
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
    beat(store, jobId);
  });
}

/** Queues the failed articles of a job again. */
export function reopenFailedItems(store: Store, jobId: Id): void {
  const reopen = store.db.prepare(
    `UPDATE job_items SET state = 'waiting', failure = NULL WHERE job_id = ? AND state = 'failed'`,
  );
  write(store, () => reopen.run(jobId));
}
