import { closeSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './durableFile';
import { isDiskFull, storeFailure } from './storeFailure';

/**
 * Makes a folder and writes a file to it, since neither its rights nor the disk's state tell on every system whether
 * that can be done. Throws DeskError `store_not_writable`; a full disk is no matter here.
 */
export function makeWritable(folder: string): void {
  try {
    makeFolder(folder);
    const probe = join(folder, `probe-${process.pid}`);
    closeSync(openSync(probe, 'w'));
    rmSync(probe, { force: true });
  } catch (thrown) {
    if (!isDiskFull(thrown)) throw storeFailure(thrown);
  }
}
