import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from '../child';

/** Sorts before every version that is released. */
export const olderVersion = '0.0.1';

/**
 * Writes the same Debian package under another version: only its control files are packed anew (deb(5)).
 *
 * @param file where it is written
 */
export async function packageAs(deb: string, version: string, file: string): Promise<void> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'nutgraf-control-'));
  try {
    const folder = path.join(scratch, 'control');
    runProgram('dpkg-deb', ['--control', deb, folder]);
    const control = await readFile(path.join(folder, 'control'), 'utf8');
    await writeFile(path.join(folder, 'control'), control.replace(/^Version: .*$/mu, `Version: ${version}`));
    const archive = path.join(scratch, 'control.tar.gz');
    runProgram('tar', [
      '--create',
      '--gzip',
      `--file=${archive}`,
      '--owner=0',
      '--group=0',
      '-C',
      folder,
      '.',
    ]);
    await copyFile(deb, file);
    runProgram('ar', ['r', file, archive]);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
