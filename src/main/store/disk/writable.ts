import { accessSync, closeSync, constants, existsSync, openSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from './durableFile';
import { isDiskFull, storeFailure } from './storeFailure';

/**
 * Makes a folder and writes a file to it, since neither its rights nor the disk's state tell on every system whether
 * that can be done. Throws NutgrafError `store_not_writable`; a full disk is no matter here.
 */
export function makeWritable(folder: string): void {
  try {
    // For a folder on a read-only disk, a recursive mkdir says that there is none.
    if (!existsSync(folder)) accessSync(nearest(folder), constants.W_OK);
    makeFolder(folder);
    const probe = join(folder, `probe-${process.pid}`);
    closeSync(openSync(probe, 'w'));
    rmSync(probe, { force: true });
  } catch (thrown) {
    if (!isDiskFull(thrown)) throw storeFailure(thrown);
  }
}

/** The folder above it that is there. */
function nearest(folder: string): string {
  const above = dirname(folder);
  return existsSync(above) || above === folder ? above : nearest(above);
}
