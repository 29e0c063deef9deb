import Database from 'better-sqlite3';
import { NutgrafError } from '#shared/domain/failure';

/** What SQLite's result codes and the system's error names come to, by how they start. */
const causes = [
  { starts: ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT'], failure: diskFull },
  { starts: ['SQLITE_CORRUPT_VTAB'], failure: searchDamaged },
  { starts: ['SQLITE_CORRUPT', 'SQLITE_NOTADB'], failure: damagedStore },
  { starts: ['SQLITE_IOERR', 'EIO'], failure: diskFailed },
  {
    starts: ['EROFS'],
    failure: notWritable('The disk on which the store lies is read-only. Make it writable'),
  },
  {
    starts: ['EEXIST', 'ENOTDIR'],
    failure: notWritable('A file lies where the folder of the store belongs. Move it away'),
  },
  {
    starts: ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'EACCES', 'EPERM', 'EBUSY'],
    failure: mayNotWrite,
  },
  { starts: ['SQLITE_BUSY', 'SQLITE_LOCKED'], failure: busy },
] as const;

/** What was thrown by SQLite or the file system, as a NutgrafError; anything else as it is. */
export function storeFailure(thrown: unknown): unknown {
  if (thrown instanceof TypeError && thrown.message === CLOSED) return closedStore();
  if (thrown instanceof TypeError && thrown.message === UNREACHABLE) return mayNotWrite(thrown.message);
  const code = codeOf(thrown);
  const cause = causes.find(({ starts }) => starts.some((start) => code.startsWith(start)));
  return cause === undefined ? thrown : cause.failure(withCode(code, (thrown as Error).message));
}

/** What better-sqlite3 says of a connection that was closed: a store is while it cannot be brought back. */
const CLOSED = 'The database connection is not open';

/** What it says of a file in a folder that this user may not look into, or that is gone. */
const UNREACHABLE = 'Cannot open database because the directory does not exist';

const closedStore = (): NutgrafError =>
  new NutgrafError(
    'store_closed',
    'The store is damaged, and cannot be brought back while another Nutgraf has it open. Close that one: it is brought back then by itself. What you typed is kept in the window.',
  );

/** The system's own messages begin with their code, SQLite's have none. */
const withCode = (code: string, message: string): string =>
  message.startsWith(code) ? message : `${code}: ${message}`;

/** Whether the disk, or what this person may use of it, is full. */
export const isDiskFull = (thrown: unknown): boolean => {
  const failure = storeFailure(thrown);
  return failure instanceof NutgrafError && failure.code === 'disk_full';
};

function codeOf(thrown: unknown): string {
  if (thrown instanceof NutgrafError) return '';
  if (thrown instanceof Database.SqliteError) return thrown.code;
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
}

function diskFull(detail: string): NutgrafError {
  return new NutgrafError(
    'disk_full',
    'The disk is full, so this could not be saved. What was saved before is safe: free some space, and try again.',
    detail,
  );
}

/** A database that SQLite cannot read; the next start brings it back, if it is made to look (`markForRecovery`). */
export function damagedStore(detail: string): NutgrafError {
  return new NutgrafError(
    'store_damaged',
    'The store on the disk is damaged. Close Nutgraf and start it again: what can be read is brought back, with the last good backup, and the damaged file is kept.',
    detail,
  );
}

/** The same where the disk took no note of it: the next start would not look. */
export function unnotedDamage(detail: NutgrafError['detail']): NutgrafError {
  return new NutgrafError(
    'store_damaged',
    'The store on the disk is damaged, and its disk took no note of that, so a new start alone mends nothing. Free some space on that disk or make it writable, and do the same again: then it is noted, and the next start brings back what can be read.',
    detail,
  );
}

/** The one virtual table is the search index, which holds nothing of its own. */
function searchDamaged(detail: string): NutgrafError {
  return new NutgrafError(
    'search_damaged',
    'The search index is damaged. The articles are not: it is made anew at the next search.',
    detail,
  );
}

function diskFailed(detail: string): NutgrafError {
  return new NutgrafError(
    'disk_failed',
    'The disk reported an error, so this is not saved. Copy what you wrote to a safe place, and have the disk checked.',
    detail,
  );
}

/** What keeps a store from being written to, with what to do about it. */
function notWritable(reason: string): (detail: string) => NutgrafError {
  return (detail) =>
    new NutgrafError(
      'store_not_writable',
      `${reason}, or start Nutgraf with another folder: --store=DIR.`,
      detail,
    );
}

function mayNotWrite(detail: string): NutgrafError {
  const reason =
    'Nutgraf may not write to the folder of its store. Give yourself the right to write to it and to the files in it, end programs that hold them';
  return notWritable(reason)(detail);
}

function busy(detail: string): NutgrafError {
  return new NutgrafError(
    'store_busy',
    'Another program has been writing to the store for a while, so this is not saved yet. Try again in a moment.',
    detail,
  );
}
