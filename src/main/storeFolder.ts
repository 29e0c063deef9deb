import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the place of the store depends on; handed in, so that each system's rule can be tested on any. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const thisMachine = (): Machine => ({
  platform: process.platform,
  environment: process.env,
  home: homedir(),
});

/** The folder for the data of apps: Apple's, Microsoft's and the XDG Base Directory rule. */
function dataFolder({ platform, environment, home }: Machine): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (platform === 'win32') return environment['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  const xdg = environment['XDG_DATA_HOME'];
  return xdg?.startsWith('/') ? xdg : join(home, '.local', 'share');
}

/** The store of the app and the command line when none is named: an absolute path, not yet made. */
export function storeFolder(machine: Machine = thisMachine()): string {
  return join(dataFolder(machine), 'nutgraf');
}

/** The folder after `--store` (`--store=DIR` or `--store DIR`), absolute, or null when it is not there. */
export function namedStore(argv: readonly string[]): string | null {
  const index = argv.findIndex((part) => part === '--store' || part.startsWith('--store='));
  const part = argv[index];
  if (part === undefined) return null;
  const named = part === '--store' ? argv[index + 1] : part.slice('--store='.length);
  return named ? resolve(named) : null;
}
