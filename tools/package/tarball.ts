import path from 'node:path';
import { runProgram } from '../child';
import type { Facts } from './tree';

/**
 * Packs the app's folder as `nutgraf-VERSION/` for systems without packages. The same app gives the same bytes.
 *
 * @returns the archive's file
 */
export function makeTarball(app: string, out: string, { version, date }: Facts): string {
  const file = path.join(out, `nutgraf-${version}-linux-x64.tar.gz`);
  runProgram('tar', [
    '--create',
    `--file=${file}`,
    '--use-compress-program=gzip -6 --no-name',
    '--sort=name',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    `--mtime=${date} 00:00:00Z`,
    `--directory=${path.dirname(app)}`,
    `--transform=s,^${path.basename(app)},nutgraf-${version},`,
    path.basename(app),
  ]);
  return file;
}
