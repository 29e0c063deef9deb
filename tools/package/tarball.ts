import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from '../child';
import { inProject } from '../project';
import type { Facts } from './tree';

interface Packing {
  /** The app's folder. */
  readonly app: string;
  readonly out: string;
  readonly scratch: string;
  readonly facts: Facts;
}

/**
 * Packs the app as `nutgraf-VERSION/` for systems without packages: the launcher `nutgraf`, beside a folder of the
 * version, so that a newer one can stand beside it (`src/main/updates/place.ts`). The same app gives the same bytes.
 *
 * @returns the archive's file
 */
export async function makeTarball({ app, out, scratch, facts }: Packing): Promise<string> {
  const { version, appVersion, date } = facts;
  const file = path.join(out, `nutgraf-${version}-linux-x64.tar.gz`);
  const beside = path.join(scratch, 'beside-the-app');
  await mkdir(beside);
  await writeFile(path.join(beside, 'current'), `app-${appVersion}\n`);
  await copyFile(inProject('packaging', 'linux', 'launcher'), path.join(beside, 'nutgraf'));
  await chmod(path.join(beside, 'nutgraf'), 0o755);
  const top = `nutgraf-${version}`;
  runProgram('tar', [
    '--create',
    `--file=${file}`,
    '--use-compress-program=gzip -6 --no-name',
    // What the updates read: it knows no more than files and folders.
    '--format=ustar',
    '--sort=name',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    `--mtime=${date} 00:00:00Z`,
    `--transform=s,^${path.basename(app)},${top}/app-${appVersion},`,
    `--transform=s,^${path.basename(beside)},${top},`,
    `--directory=${scratch}`,
    path.basename(beside),
    `--directory=${path.dirname(app)}`,
    path.basename(app),
  ]);
  return file;
}
