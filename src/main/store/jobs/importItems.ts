import type { Failure } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { type ImportJob, type ImportOutcome, importJob } from '#shared/domain/importJob';
import type { ImportSummary } from '#shared/domain/importReport';
import { statement } from '../sql/statement';
import { write } from '../sql/write';
import type { Reader, Store } from '../store';
import { type JobRow, addJob, beat, foundJob, jobColumns, readFailure } from './jobs';

/** A file of an import; `path` is null for one that is not on disk. */
interface ImportFile {
  readonly name: string;
  readonly path: string | null;
}

export interface ImportItem extends ImportFile {
  readonly ordinal: number;
}

const selectImport = `
  SELECT ${jobColumns},
    (SELECT count(*) FROM import_items WHERE job_id = jobs.id) AS total,
    (SELECT count(*) FROM import_items WHERE job_id = jobs.id AND state = 'done') AS done,
    (SELECT count(*) FROM import_items WHERE job_id = jobs.id AND state = 'failed') AS failed,
    (SELECT name FROM import_items WHERE job_id = jobs.id AND state = 'waiting' ORDER BY ordinal LIMIT 1) AS current
  FROM jobs WHERE kind = 'import'`;

type ImportRow = JobRow & Pick<ImportJob, 'total' | 'done' | 'failed' | 'current'>;

const toImport = ({ failure, ...row }: ImportRow): ImportJob =>
  importJob.parse({ ...row, kind: 'import', failure: readFailure(failure) });

/** Stores a new import and its files, waiting for the process that requested it; durable when it returns. */
export function createImport(store: Store, files: readonly ImportFile[], pid: number): ImportJob {
  return write(store, () => {
    const id = addJob(store, 'import', null, pid);
    store.db
      .prepare(
        `INSERT INTO import_items (job_id, ordinal, name, path)
         SELECT ?, key, value ->> 'name', value ->> 'path' FROM json_each(?)`,
      )
      .run(id, JSON.stringify(files.map(({ name, path }) => ({ name, path }))));
    return getImport(store, id);
  });
}

/** Throws NutgrafError `job_not_found`. */
export function getImport({ db }: Reader, id: Id): ImportJob {
  return toImport(foundJob(statement<[Id], ImportRow>(db, `${selectImport} AND id = ?`).get(id)));
}

/** The newest imports first. */
export function listImports({ db }: Reader, limit = 20): readonly ImportJob[] {
  return statement<[number], ImportRow>(db, `${selectImport} ORDER BY created_at DESC, id DESC LIMIT ?`)
    .all(limit)
    .map(toImport);
}

/** The unread files of an import, in order. */
export function unreadFiles({ db }: Reader, jobId: Id): readonly ImportItem[] {
  return statement<[Id], ImportItem>(
    db,
    `SELECT ordinal, name, path FROM import_items WHERE job_id = ? AND state = 'waiting' ORDER BY ordinal`,
  ).all(jobId);
}

/** Records that a file became an article; call it in the write that creates the article. */
export function recordImported(store: Store, jobId: Id, ordinal: number, summary: ImportSummary): void {
  record(store, { jobId, ordinal, state: 'done', outcome: JSON.stringify(summary) });
}

/** Records that a file could not be imported, and why. */
export function recordRefused(store: Store, jobId: Id, ordinal: number, failure: Failure): void {
  record(store, { jobId, ordinal, state: 'failed', outcome: JSON.stringify(failure) });
}

interface Result {
  readonly jobId: Id;
  readonly ordinal: number;
  readonly state: 'done' | 'failed';
  /** JSON. */
  readonly outcome: string;
}

function record(store: Store, result: Result): void {
  write(store, () => {
    statement<[Result]>(
      store.db,
      `UPDATE import_items SET state = :state, outcome = :outcome WHERE job_id = :jobId AND ordinal = :ordinal AND state = 'waiting'`,
    ).run(result);
    beat(store, result.jobId);
  });
}

interface OutcomeRow {
  readonly name: string;
  readonly state: 'waiting' | 'done' | 'failed';
  readonly outcome: string | null;
}

/** The outcome of each file of an import, in order, from one file to before another. */
export function importOutcomes(
  { db }: Reader,
  jobId: Id,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): readonly ImportOutcome[] {
  return statement<[Id, number, number], OutcomeRow>(
    db,
    `SELECT name, state, outcome FROM import_items
     WHERE job_id = ? AND ordinal >= ? AND ordinal < ? ORDER BY ordinal`,
  )
    .all(jobId, from, to)
    .map(toOutcome);
}

function toOutcome({ name: file, state, outcome }: OutcomeRow): ImportOutcome {
  if (state === 'waiting' || outcome === null) return { kind: 'notRead', file };
  return state === 'done'
    ? { kind: 'imported', file, summary: JSON.parse(outcome) as ImportSummary }
    : { kind: 'failed', file, failure: JSON.parse(outcome) as Failure };
}
