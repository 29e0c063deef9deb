import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UpdateManifest } from '../manifest';
import { testManifest } from './feedServer';
import { emptyFolder, placeArchive, placeProgram } from './testPlace';

/** A package of one version, as `npm run package` lays it out, with a shell script for a program. */
export function testPackage(version = '0.2.0', script = `echo ${version}`, filler = 0): Buffer {
  const folder = emptyFolder();
  const app = join(folder, `nutgraf-${version}`, `app-${version}`);
  placeProgram(app, script);
  placeArchive(app);
  writeFileSync(join(folder, `nutgraf-${version}`, 'current'), `app-${version}\n`);
  // Words that do not press well.
  writeFileSync(join(app, 'filler'), Buffer.from(Array.from({ length: filler }, () => Math.random() * 256)));
  const file = join(folder, 'package.tar.gz');
  const words = ['--create', '--gzip', '--format=ustar', `--file=${file}`, `--directory=${folder}`];
  execFileSync('tar', [...words, `nutgraf-${version}`]);
  return readFileSync(file);
}

/** A manifest that offers a package of 0.2.0, or of what `about` says. */
export function manifestOf(bytes: Uint8Array, about: Partial<UpdateManifest> = {}): UpdateManifest {
  const manifest = testManifest(about);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...manifest, files: manifest.files.map((file) => ({ ...file, bytes: bytes.length, sha256 })) };
}
