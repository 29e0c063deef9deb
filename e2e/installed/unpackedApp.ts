import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchOptions } from '../../tools/display/launchOptions';
import { PackagedApp } from './packagedApp';
import { packageOf } from './packages';

const NOBODY = 65534;

/** The archive, unpacked beside a file `portable`. */
export interface UnpackedApp {
  /** The folder with the launcher. */
  readonly unpacked: string;
  /** The home of whoever starts it. */
  readonly home: string;
  readonly app: PackagedApp;
  /** The folder of the version that the launcher starts. */
  readonly version: () => string;
  /** Gives everything to the plain user who starts it. */
  readonly handOver: () => void;
}

/** Unpacks the archive in a folder, to be started as a plain user with nothing of our environment but a display. */
export function unpackApp(folder: string, slot: number): UnpackedApp {
  chmodSync(folder, 0o755);
  execFileSync('tar', ['--extract', '--no-same-owner', `--file=${packageOf('.tar.gz')}`, '-C', folder]);
  const unpacked = path.join(folder, readdirSync(folder)[0] ?? '');
  const home = path.join(folder, 'home');
  mkdirSync(home);
  writeFileSync(path.join(unpacked, 'portable'), '');

  const identity = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--inh-caps=-all'];
  const display = launchOptions(slot).env['DISPLAY'] ?? '';
  // The desktop's own libraries keep their settings in memory, so that whatever is left is the app's.
  const settings = 'GSETTINGS_BACKEND=memory';
  const environment = ['PATH=/usr/bin:/bin', `HOME=${home}`, 'LANG=C.UTF-8', `DISPLAY=${display}`, settings];
  return {
    unpacked,
    home,
    app: new PackagedApp({
      starter: ['setpriv', ...identity, 'env', '-i', `--chdir=${home}`, ...environment],
      program: path.join(unpacked, 'nutgraf'),
      slot,
    }),
    version: () => path.join(unpacked, readFileSync(path.join(unpacked, 'current'), 'utf8').trim()),
    handOver: () => {
      execFileSync('chown', ['--recursive', `${NOBODY}:${NOBODY}`, unpacked, home]);
    },
  };
}
