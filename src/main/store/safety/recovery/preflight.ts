import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreRecovery } from '#shared/domain/storeNotice';
import { backupFolder } from '../../disk/copyDatabase';
import { databaseFile } from '../../opening/database';
import { hasReserve } from '../../disk/reserve';
import { HEADER_SIZE, PAGE_SIZE, freeListOf, headerFault, isOfAnother, pagesIn } from './databaseHeader';
import { type FileBytes, withBytes } from './filePages';
import { logFault } from './log';
import { isSoundFreeList, pagesOfFile } from './pageSource';

/** What is wrong with a store's files, as a check without SQLite finds it. */
export interface Fault {
  readonly kind: StoreRecovery['cause'];
  /** For the app's log. */
  readonly what: string;
  /** Whether the log has less than was committed. */
  readonly isShort?: boolean;
}

/** The files SQLite keeps beside a database. */
export const companions = ['-wal', '-shm', '-journal'] as const;

/**
 * Whether the files of a store are missing or no files, which SQLite would take for a new store. Null when they are
 * there, and where there was no store yet. True at every moment, whoever writes to them.
 */
export function absence(folder: string): Fault | null {
  const database = databaseFile(folder);
  const strange = ['', ...companions].find((suffix) => isStrange(database + suffix));
  if (strange !== undefined) return { kind: 'damaged', what: `nutgraf.db${strange} is no file` };
  return sizeOf(database) === 0 && wasStore(folder) ? missing(database) : null;
}

/**
 * Checks a store's bytes before SQLite does, which drops the log of a database without pages, skips a log with a bad
 * header, and trusts its own header. Null when nothing prevents opening them. Only for files at rest: while another
 * process writes to them, what is read of one and then of the other is never of one moment. Reads a few hundred bytes,
 * and the log, which exists only after a process was cut off.
 */
export function preflight(folder: string): Fault | null {
  const database = databaseFile(folder);
  if (sizeOf(database) === 0) return null;
  const inLog = logFault(database);
  if (inLog !== null) return inLog;
  const what = withBytes(database, (bytes) => databaseFault(bytes, sizeOf(`${database}-wal`) > 0));
  return what === null ? null : { kind: 'damaged', what };
}

function missing(database: string): Fault {
  const isThere = statSync(database, { throwIfNoEntry: false }) !== undefined;
  return { kind: isThere ? 'emptied' : 'missing', what: 'the database has no pages' };
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Something is there, and it is not a file. */
const isStrange = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() === false;

/**
 * Whether anything in the folder shows that a store was here; an interrupted first start leaves nothing of the kind.
 */
function wasStore(folder: string): boolean {
  const log = sizeOf(`${databaseFile(folder)}-wal`) > 0;
  return log || hasReserve(folder) || isFilled(backupFolder(folder)) || isFilled(join(folder, 'assets'));
}

function isFilled(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}

/** With a log beside it, the database may be longer or shorter than its header says. */
function databaseFault(bytes: FileBytes, hasLog: boolean): string | null {
  const header = bytes.read(0, HEADER_SIZE);
  if (header === null) return 'its beginning cannot be read';
  if (isOfAnother(header)) return null;
  const fault = headerFault(header);
  if (fault !== null) return `its header is wrong: ${fault}`;
  if (hasLog) return null;
  const pages = bytes.size / PAGE_SIZE;
  if ((pagesIn(header) ?? pages) !== pages) return 'a part of it is gone';
  return isSoundFreeList(freeListOf(header), pages, pagesOfFile(bytes)) ? null : 'its free pages are wrong';
}
