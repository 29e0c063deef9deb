import { enterRoot, entering } from '../../tools/installed/root';
import { installedStage } from '../../tools/installed/stage';
import { launchOptions } from '../../tools/display/launchOptions';
import type { Home } from './packagedApp';

/** The plain user of the clean Debian. */
export const user = 'reporter';
export const userFolder = `/home/${user}`;

/** Runs a command in the clean Debian as root, and returns what it printed; it must succeed. */
export function asRoot(...words: readonly string[]): string {
  const { status, stdout, stderr } = enterRoot(installedStage(), words);
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${String(status)}:\n${stdout}${stderr}`);
  return stdout;
}

/** What starts a program as the plain user, in a folder, with nothing of our environment but a display. */
export function asUser(slot: number, folder = userFolder): Home['starter'] {
  const [program, ...words] = entering(installedStage());
  const identity = [`--reuid=${user}`, `--regid=${user}`, '--init-groups', '--inh-caps=-all'];
  const environment = [
    'PATH=/usr/bin:/bin',
    `HOME=${userFolder}`,
    'LANG=C.UTF-8',
    `DISPLAY=${launchOptions(slot).env['DISPLAY'] ?? ''}`,
    'GSETTINGS_BACKEND=keyfile',
  ];
  return [program, ...words, 'setpriv', ...identity, 'env', '-i', `--chdir=${folder}`, ...environment];
}
