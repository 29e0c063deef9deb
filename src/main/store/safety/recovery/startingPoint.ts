import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { StoreOrigin } from '#shared/domain/storeNotice';
import type { Backup } from '../backups';
import { databaseFile } from '../../opening/database';
import { contentIntegrityOf } from '../../disk/integrity';
import { newestVersion, storeVersion, versionBySchema } from '../../opening/migrate';
import { isDiskFull, storeFailure } from '../../disk/storeFailure';
import { PAGE_SIZE } from './databaseHeader';
import { withBytes } from './filePages';
import { makeImage } from './image';
import { type Frame, type Log, committedFrames, likelyFrames } from './log';

/** A damaged database with the log beside it. */
export interface Wreckage {
  readonly database: string;
  readonly logFile: string;
  /** Null when there is none. */
  readonly log: Log | null;
}

/** What a store is rebuilt from, and whether that is everything the damaged files had. */
export interface StartingPoint {
  readonly origin: StoreOrigin;
  readonly whole: boolean;
  /** The damaged database in one file with its log, as far as SQLite can read it. */
  readonly images: readonly string[];
  /** Damaged backups, newest first. */
  readonly damagedBackups: readonly string[];
}

/**
 * Copies the best complete database available to the workshop: the damaged one with a corrected header and its log,
 * or else the newest backup that is sound or can be repaired that way. If there is none, copies nothing.
 */
export function bringStart(
  workshop: string,
  wrecks: readonly Wreckage[],
  backups: readonly Backup[],
): StartingPoint {
  const images: string[] = [];
  const mended = bringWreck(workshop, wrecks, images);
  if (mended !== null) return { ...mended, images, damagedBackups: [] };
  const found = backups.findIndex(({ file }, index) => bringBackup(workshop, file, index));
  const damagedBackups = backups.slice(0, found < 0 ? backups.length : found).map(({ file }) => file);
  const origin = originOf(backups[found]);
  return { origin, whole: false, images, damagedBackups };
}

const originOf = (backup: Backup | undefined): StoreOrigin =>
  backup === undefined ? { kind: 'nothing' } : { kind: 'backup', madeAt: backup.madeAt };

/**
 * Only the latest damaged database can be continued; for each one, the image that SQLite may be able to read is
 * noted.
 */
function bringWreck(
  workshop: string,
  wrecks: readonly Wreckage[],
  images: string[],
): Pick<StartingPoint, 'origin' | 'whole'> | null {
  for (const [index, wreck] of wrecks.entries()) {
    for (const [attempt, frames] of believedFrames(wreck.log).entries()) {
      const image = join(workshop, `image-${index}-${attempt}.db`);
      if (!imageOf(wreck, frames, image)) continue;
      if (attempt === 0) images.push(image);
      if (index > 0 || !bringWhole(image, databaseFile(workshop))) continue;
      const kind = holdsPages(wreck.database) ? 'database' : 'log';
      return { origin: { kind }, whole: isAll(wreck.log, frames) };
    }
  }
  return null;
}

const imageOf = ({ database, logFile }: Wreckage, frames: readonly Frame[], image: string): boolean =>
  makeImage({ database, log: logFile, frames, newest: newestVersion() }, image);

/** The frames to try a database with, best first: those that make it the latest. */
function believedFrames(log: Log | null): readonly (readonly Frame[])[] {
  if (log === null) return [[]];
  const tries = [likelyFrames(log), committedFrames(log), log.frames.slice(0, log.read), []];
  return tries.filter((frames, index) => tries.findIndex(({ length }) => length === frames.length) === index);
}

const isAll = (log: Log | null, frames: readonly Frame[]): boolean =>
  log === null ||
  log.size === 0 ||
  (log.headerSound && log.read === frames.length && committedFrames(log).length === log.read);

const holdsPages = (database: string): boolean => (withBytes(database, ({ size }) => size) ?? 0) >= PAGE_SIZE;

/** A backup as it is, or with a corrected header. */
function bringBackup(workshop: string, backup: string, index: number): boolean {
  const target = databaseFile(workshop);
  if (bringWhole(backup, target)) return true;
  const wreck: Wreckage = { database: backup, logFile: `${backup}-wal`, log: null };
  const image = join(workshop, `backup-${index}.db`);
  return imageOf(wreck, [], image) && bringWhole(image, target);
}

/** Copies a database, if it is a sound store. */
function bringWhole(file: string, target: string): boolean {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      const version = versionBySchema(db);
      if (version === null || contentIntegrityOf(db).damage !== null) return false;
      db.prepare('VACUUM INTO ?').run(target);
      return storeVersion(db) === version || nameVersion(target, version);
    } finally {
      db.close();
    }
  } catch (thrown) {
    if (isDiskFull(thrown)) throw storeFailure(thrown);
    return false;
  }
}

/** The tables override what the header says. */
function nameVersion(file: string, version: number): true {
  const db = new Database(file);
  try {
    db.pragma(`user_version = ${version}`);
    return true;
  } finally {
    db.close();
  }
}
