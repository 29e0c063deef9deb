import { existsSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from './durableFile';
import { isDiskFull } from './storeFailure';

/** Bytes held in reserve, so that small writes still succeed for a while once the disk is full. */
const RESERVE = 4 * 1024 * 1024;

const reserveFile = (folder: string): string => join(folder, 'reserve');

/** Whether the reserve is there; without it the disk counts as full, even if writes still succeed. */
export const hasReserve = (folder: string): boolean => existsSync(reserveFile(folder));

/**
 * Creates the reserve if it is missing: when a store opens, in idle time, and after a save that used it up. False
 * when there is no room for it, which is checked without writing.
 */
export function keepReserve(folder: string): boolean {
  if (hasReserve(folder)) return true;
  try {
    if (!hasRoom(folder)) return false;
    writeDurably(reserveFile(folder), Buffer.alloc(RESERVE, 0x20));
    return true;
  } catch {
    return false;
  }
}

/** The reserve must not take the last of the disk: as much again stays free. */
function hasRoom(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= 2 * RESERVE;
}

/**
 * Runs what writes to a store's folder and may find the disk full: the reserve is then given back to the disk, and it
 * runs again, once. Throws what it throws.
 */
export function withReserve<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (thrown) {
    if (!isDiskFull(thrown) || !spendReserve(folder)) throw thrown;
  }
  return act();
}

/** False when the reserve was already spent. */
function spendReserve(folder: string): boolean {
  if (!hasReserve(folder)) return false;
  rmSync(reserveFile(folder), { force: true });
  return true;
}
