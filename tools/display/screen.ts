import { hasDisplay, startVirtualDisplay } from './display';
import { Problem, say } from '../project';

/** Where windows will be shown, and the switches that Electron needs for it. */
export interface Screen {
  readonly env: NodeJS.ProcessEnv;
  readonly switches: readonly string[];
  readonly stop: () => Promise<void>;
}

/** Use our X server even where Electron would prefer Wayland. */
const virtualSwitches = ['--ozone-platform=x11'];

/** Runs work on private displays, where we control the focus, whatever the machine has. */
export async function withPrivateScreens<T>(
  count: number,
  work: (screens: readonly Screen[]) => Promise<T>,
): Promise<T> {
  const screens = await Promise.all(Array.from({ length: count }, privateScreen));
  try {
    return await work(screens);
  } finally {
    await Promise.all(screens.map((screen) => screen.stop()));
  }
}

async function privateScreen(): Promise<Screen> {
  if (process.platform !== 'linux') return machineScreen();
  return { ...(await startVirtualDisplay()), switches: virtualSwitches };
}

const machineScreen = (): Screen => ({ env: process.env, switches: [], stop: () => Promise.resolve() });

/**
 * The machine's display. Where there is none, a virtual one, if that was asked for or nobody is at the keyboard
 * (no terminal, or CI); a user at a terminal is told instead, since nobody would see the window.
 *
 * @throws Problem when there is no display for a person
 */
export async function visibleScreen(virtualAsked: boolean): Promise<Screen> {
  if (!virtualAsked && hasDisplay()) return machineScreen();
  const isAttended = process.stdin.isTTY && !process.env['CI'];
  if (!virtualAsked && isAttended) {
    throw new Problem(
      'There is no display here to show a window (DISPLAY and WAYLAND_DISPLAY are unset). Start it from a ' +
        'desktop session, or run it unseen in a virtual display: npm start -- --virtual-display',
    );
  }
  say('there is no display to show a window: running in a virtual one; Ctrl+C ends it');
  return privateScreen();
}
