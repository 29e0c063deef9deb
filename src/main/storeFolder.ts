import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** What the location of the store depends on; passed in, so that each system's rule can be tested on any. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The running program's file. */
  readonly program: string;
  readonly exists: (file: string) => boolean;
}

export const thisMachine = (): Machine => ({
  platform: process.platform,
  environment: process.env,
  home: homedir(),
  program: process.execPath,
  exists: existsSync,
});

/** The folder for app data: Apple's, Microsoft's and the XDG Base Directory rule. */
function dataFolder({ platform, environment, home }: Machine): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (platform === 'win32') return environment['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  const xdg = environment['XDG_DATA_HOME'];
  return xdg?.startsWith('/') ? xdg : join(home, '.local', 'share');
}

/** The folder that a user sees the program in: an app of macOS looks like one file. */
function programFolder({ platform, program, exists }: Machine): string {
  if (platform === 'darwin') return dirname(program.replace(/\.app\/.*$/u, '.app'));
  const own = dirname(program);
  // Unpacked from an archive, each version has a folder of its own beside what people start (`updates/place.ts`).
  const isVersion = basename(own).startsWith('app-') && exists(join(dirname(own), 'current'));
  return isVersion ? dirname(own) : own;
}

/** The program's folder where a file `portable` stands beside it, which is carried about with its articles; else null. */
export function portableFolder(machine: Machine): string | null {
  const beside = programFolder(machine);
  return machine.exists(join(beside, 'portable')) ? beside : null;
}

/**
 * The default store of the app and the command line: an absolute path, which may not exist yet. A portable program has
 * it beside itself.
 */
export function storeFolder(machine: Machine = thisMachine()): string {
  const beside = portableFolder(machine);
  return beside === null ? join(dataFolder(machine), 'nutgraf') : join(beside, 'articles');
}

/** The folder after `--store` (`--store=DIR` or `--store DIR`), absolute, or null when it is not given. */
export function namedStore(argv: readonly string[]): string | null {
  const index = argv.findIndex((part) => part === '--store' || part.startsWith('--store='));
  const part = argv[index];
  if (part === undefined) return null;
  const named = part === '--store' ? argv[index + 1] : part.slice('--store='.length);
  return named ? resolve(named) : null;
}
