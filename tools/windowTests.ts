import { ensureBuilt } from './build';
import { runChild } from './child';
import { launchEnvironment } from './display/launchOptions';
import { packageScript } from './project';
import { readyRuntime } from './runtime/readyRuntime';
import { sandboxSwitches } from './display/sandbox';
import { withPrivateScreens } from './display/screen';

/** As many as Playwright has workers: see playwright.config.ts. */
const screens = 2;

/** What can be run, by project of playwright.config.ts. `e2e` is everything that needs only the app. */
const suites = {
  journeys: ['journeys'],
  windows: ['windows'],
  e2e: ['journeys', 'windows'],
  campaignWindow: ['campaign'],
  cmsWindow: ['cmsWindow'],
  installed: ['installed'],
} as const satisfies Record<string, readonly string[]>;

export type WindowSuite = keyof typeof suites;

/**
 * Runs Playwright on the built app, with a private display for each worker. Arguments go to Playwright, and `told` is
 * what its tests find in their environment.
 */
export async function runWindowTests(
  suite: WindowSuite,
  args: readonly string[],
  told: Readonly<Record<string, string>> = {},
): Promise<number> {
  const runtime = await readyRuntime('privateWindows');
  const switches = sandboxSwitches(runtime.executable);
  await ensureBuilt('app');
  const projects = suites[suite].map((project) => `--project=${project}`);
  return withPrivateScreens(screens, (made) =>
    runChild(process.execPath, [packageScript('@playwright/test/cli.js'), 'test', ...projects, ...args], {
      env: { ...launchEnvironment(runtime.executable, switches, made), ...told, NUTGRAF_SUITE: suite },
    }),
  );
}
