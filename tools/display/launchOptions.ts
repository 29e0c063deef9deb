import { packageScript, Problem, projectFolder } from '../project';
import type { Screen } from './screen';

/**
 * What Playwright's `_electron.launch` takes; `args` ends with the app's folder, so the app's own arguments follow.
 */
export interface LaunchOptions {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** Playwright turns the sandbox off unless told not to; the app's tests run with it. */
  readonly chromiumSandbox: boolean;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Arguments that let Playwright hold `ready` back until it is connected, to go before {@link LaunchOptions.args}. It
 * adds them itself only for the Electron of the npm package; without them, a window that opens while it connects
 * makes about one launch in fifty wait for ever.
 */
export const heldUntilConnected = (): readonly string[] => [
  '-r',
  packageScript('playwright-core/lib/server/electron/loader.js'),
];

/**
 * The environment variables that tell child processes how to start the app: the program, and its switches. `NUTGRAF_APP`
 * is the app's folder, where that is not the project's.
 */
export function launchEnvironment(
  executable: string,
  switches: readonly string[],
  screens: readonly Screen[],
): NodeJS.ProcessEnv {
  return {
    ...screens[0]?.env,
    NUTGRAF_ELECTRON: executable,
    NUTGRAF_SWITCHES: JSON.stringify([...switches, ...(screens[0]?.switches ?? [])]),
    NUTGRAF_DISPLAYS: screens.flatMap(({ env }) => env['DISPLAY'] ?? []).join(' '),
  };
}

/** A test, a bench or a picture on a new store is not met by the tour. */
export const SKIP_TOUR = '--skip-tour';

/**
 * How a test or a bench starts the app, as `npm run test:e2e` and `npm run bench` told it.
 *
 * @param slot Playwright's `parallelIndex`: each has a display of its own, so that none takes another's focus
 * @throws Problem when neither of them runs us
 */
export function launchOptions(slot = 0, environment: NodeJS.ProcessEnv = process.env): LaunchOptions {
  const executablePath = environment['NUTGRAF_ELECTRON'];
  if (!executablePath) throw new Problem('Run this through npm run test:e2e or npm run bench.');
  const switches = JSON.parse(environment['NUTGRAF_SWITCHES'] ?? '[]') as readonly string[];
  const displays = (environment['NUTGRAF_DISPLAYS'] ?? '').split(' ');
  const display = displays[slot % displays.length];
  const env = Object.entries({ ...environment, ...(display && { DISPLAY: display }) });
  return {
    executablePath,
    // What is read in tests is English, whatever the system speaks; a test may say another language after it.
    args: [SKIP_TOUR, ...switches, '--language=en', environment['NUTGRAF_APP'] ?? projectFolder],
    chromiumSandbox: !switches.includes('--no-sandbox'),
    env: Object.fromEntries(env.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  };
}
