import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from './durableFile';

/** Bytes that are held back, so that small writes can go on for a while once the disk is full. */
const RESERVE = 4 * 1024 * 1024;

const reserveFile = (folder: string): string => join(folder, 'reserve');

/** Whether the reserve is there; without it the disk is full, and what is written still lives on borrowed room. */
export const hasReserve = (folder: string): boolean => existsSync(reserveFile(folder));

/** Makes the reserve where it is missing, when a store opens and in idle time; false when there is no room for it. */
export function keepReserve(folder: string): boolean {
  if (hasReserve(folder)) return true;
  try {
    writeDurably(reserveFile(folder), Buffer.alloc(RESERVE, 0x20));
    return true;
  } catch {
    return false;
  }
}

/** Gives the reserve to the disk; false when it was given before. */
export function spendReserve(folder: string): boolean {
  if (!hasReserve(folder)) return false;
  rmSync(reserveFile(folder));
  return true;
}
