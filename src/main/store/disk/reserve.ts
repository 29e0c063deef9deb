import { existsSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from './durableFile';

/** Bytes that are held back, so that small writes can go on for a while once the disk is full. */
const RESERVE = 4 * 1024 * 1024;

const reserveFile = (folder: string): string => join(folder, 'reserve');

/** Whether the reserve is there; without it the disk is full, and what is written still lives on borrowed room. */
export const hasReserve = (folder: string): boolean => existsSync(reserveFile(folder));

/**
 * Makes the reserve where it is missing: when a store opens, in idle time, and after a save that found it spent. False
 * when there is no room for it, which is found out without writing.
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

/** The reserve may not take the last of the disk: as much again stays free beside it. */
function hasRoom(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= 2 * RESERVE;
}

/** Gives the reserve to the disk; false when it was given before. */
export function spendReserve(folder: string): boolean {
  if (!hasReserve(folder)) return false;
  rmSync(reserveFile(folder), { force: true });
  return true;
}
