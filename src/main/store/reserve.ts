import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from './durableFile';

/** Bytes that are held back, so that small writes can go on for a while once the disk is full. */
const RESERVE = 4 * 1024 * 1024;

const reserveFile = (folder: string): string => join(folder, 'reserve');

/**
 * Makes the reserve where it is missing and answers whether it is there. Called when a store opens and when the
 * app is idle; false means that the disk is full and that whatever is written now lives on borrowed room.
 */
export function keepReserve(folder: string): boolean {
  if (existsSync(reserveFile(folder))) return true;
  try {
    writeDurably(reserveFile(folder), Buffer.alloc(RESERVE, 0x20));
    return true;
  } catch {
    return false;
  }
}

/** Gives the reserve to the disk; false when it was given before. */
export function spendReserve(folder: string): boolean {
  if (!existsSync(reserveFile(folder))) return false;
  rmSync(reserveFile(folder));
  return true;
}
