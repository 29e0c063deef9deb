import { accessSync, closeSync, constants, existsSync, openSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from './durableFile';
import { isDiskFull, storeFailure } from './storeFailure';

/**
 * Creates a folder and writes a file to it, since permissions and mount state do not reliably tell whether that is
 * possible. Throws NutgrafError `store_not_writable`; a full disk is ignored here.
 */
export function makeWritable(folder: string): void {
  try {
    // On a read-only disk, a recursive mkdir reports that the folder does not exist.
    if (!existsSync(folder)) accessSync(nearest(folder), constants.W_OK);
    makeFolder(folder);
    const probe = join(folder, `probe-${process.pid}`);
    closeSync(openSync(probe, 'w'));
    rmSync(probe, { force: true });
  } catch (thrown) {
    if (!isDiskFull(thrown)) throw storeFailure(thrown);
  }
}

/** The nearest parent that exists. */
function nearest(folder: string): string {
  const above = dirname(folder);
  return existsSync(above) || above === folder ? above : nearest(above);
}
