import Database from 'better-sqlite3';
import { NutgrafError } from '#shared/domain/failure';
import { say, saying } from '#shared/language/say';

/** What SQLite's result codes and the system's error names mean, by how they start. */
const causes = [
  { starts: ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT'], failure: diskFull },
  { starts: ['SQLITE_CORRUPT_VTAB'], failure: searchDamaged },
  { starts: ['SQLITE_CORRUPT', 'SQLITE_NOTADB'], failure: damagedStore },
  { starts: ['SQLITE_IOERR', 'EIO'], failure: diskFailed },
  {
    starts: ['EROFS'],
    failure: notWritable(
      saying(
        'The store is on a read-only disk. Make the disk writable, or start Nutgraf with another folder (--store=DIR).',
      ),
    ),
  },
  {
    starts: ['EEXIST', 'ENOTDIR'],
    failure: notWritable(
      saying(
        'There is a file where the store’s folder belongs. Move it away, or start Nutgraf with another folder (--store=DIR).',
      ),
    ),
  },
  {
    starts: ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'EACCES', 'EPERM', 'EBUSY'],
    failure: mayNotWrite,
  },
  { starts: ['SQLITE_BUSY', 'SQLITE_LOCKED'], failure: busy },
] as const;

/** What SQLite or the file system threw, as a NutgrafError; anything else unchanged. */
export function storeFailure(thrown: unknown): unknown {
  if (thrown instanceof TypeError && thrown.message === CLOSED) return closedStore();
  if (thrown instanceof TypeError && thrown.message === UNREACHABLE) return mayNotWrite(thrown.message);
  const code = codeOf(thrown);
  const cause = causes.find(({ starts }) => starts.some((start) => code.startsWith(start)));
  return cause === undefined ? thrown : cause.failure(withCode(code, (thrown as Error).message));
}

/** What better-sqlite3 says of a closed connection: a store has one while it cannot be recovered. */
const CLOSED = 'The database connection is not open';

/** What it says of a file in a folder that this user cannot read, or that is gone. */
const UNREACHABLE = 'Cannot open database because the directory does not exist';

const closedStore = (): NutgrafError =>
  new NutgrafError(
    'store_closed',
    say(
      'The store is damaged, and cannot be recovered while another Nutgraf has it open. Close that one, and recovery starts automatically. What you typed is kept in the window.',
    ),
  );

/** The system's own messages begin with their code; SQLite's have none. */
const withCode = (code: string, message: string): string =>
  message.startsWith(code) ? message : `${code}: ${message}`;

/** Whether the disk, or this user's quota, is full. */
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
    say(
      'The disk is full, so this could not be saved. What was saved before is safe. Free some space and try again.',
    ),
    detail,
  );
}

/** A database that SQLite cannot read; the next start recovers it, if it is made to check (`markForRecovery`). */
export function damagedStore(detail: string): NutgrafError {
  return new NutgrafError(
    'store_damaged',
    say(
      'The store is damaged on disk. Close Nutgraf and start it again: it recovers what it can from the store and the last good backup, and keeps the damaged file.',
    ),
    detail,
  );
}

/** The same if this could not be noted on the disk: the next start would not check. */
export function unnotedDamage(detail: NutgrafError['detail']): NutgrafError {
  return new NutgrafError(
    'store_damaged',
    say(
      'The store is damaged, and this could not be noted on its disk, so starting again will not repair it. Free some space on the disk or make it writable, then try the same again: the next start then recovers what it can.',
    ),
    detail,
  );
}

/** The only virtual table is the search index, which holds nothing of its own. */
function searchDamaged(detail: string): NutgrafError {
  return new NutgrafError(
    'search_damaged',
    say('The search index is damaged. The articles are safe, and the next search rebuilds the index.'),
    detail,
  );
}

function diskFailed(detail: string): NutgrafError {
  return new NutgrafError(
    'disk_failed',
    say(
      'The disk reported an error, so this is not saved. Copy what you wrote to a safe place and have the disk checked.',
    ),
    detail,
  );
}

/** What keeps a store from being written, with what to do about it. */
function notWritable(told: () => string): (detail: string) => NutgrafError {
  return (detail) => new NutgrafError('store_not_writable', told(), detail);
}

function mayNotWrite(detail: string): NutgrafError {
  const told = saying(
    'Nutgraf is not allowed to write to its store. Change the permissions of the folder and its files, close programs that have them open, or start Nutgraf with another folder (--store=DIR).',
  );
  return notWritable(told)(detail);
}

function busy(detail: string): NutgrafError {
  return new NutgrafError(
    'store_busy',
    say(
      'Another program has been writing to the store for a while, so this is not saved yet. Try again in a moment.',
    ),
    detail,
  );
}
