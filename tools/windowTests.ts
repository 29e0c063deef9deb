import { ensureBuilt } from './build';
import { runChild } from './child';
import { launchEnvironment } from './launchOptions';
import { packageScript } from './project';
import { readyRuntime } from './readyRuntime';
import { sandboxSwitches } from './sandbox';
import { withPrivateScreens } from './screen';

/** As many as Playwright has workers: see playwright.config.ts. */
const screens = 2;

/** Playwright's projects: the app by itself, and the app with a real CMS. */
export type WindowSuite = 'e2e' | 'cmsWindow';

/** Runs Playwright over the built app, a private display for each worker. Arguments go to Playwright. */
export async function runWindowTests(suite: WindowSuite, args: readonly string[]): Promise<number> {
  const runtime = await readyRuntime('privateWindows');
  const switches = sandboxSwitches(runtime.executable);
  await ensureBuilt('app');
  return withPrivateScreens(screens, (made) =>
    runChild(
      process.execPath,
      [packageScript('@playwright/test/cli.js'), 'test', `--project=${suite}`, ...args],
      { env: { ...launchEnvironment(runtime, switches, made), NUTGRAF_SUITE: suite } },
    ),
  );
}
