import { ensureBuilt } from './build';
import { runChild } from './child';
import { launchEnvironment } from './launchOptions';
import { packageScript, runScript } from './project';
import { readyRuntime } from './readyRuntime';
import { sandboxSwitches } from './sandbox';
import { withPrivateScreens } from './screen';

/** As many as Playwright has workers: see playwright.config.ts. */
const screens = 2;

/** Runs Playwright over the built app, a private display for each worker. Arguments go to Playwright. */
await runScript(async (args) => {
  const runtime = await readyRuntime('privateWindows');
  const switches = sandboxSwitches(runtime.executable);
  await ensureBuilt('app');
  return withPrivateScreens(screens, (made) =>
    runChild(process.execPath, [packageScript('@playwright/test/cli.js'), 'test', ...args], {
      env: launchEnvironment(runtime, switches, made),
    }),
  );
});
