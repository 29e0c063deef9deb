import { ensureBuilt } from './build';
import { runChild } from './child';
import { packageScript, runScript } from './project';
import { readyRuntime } from './readyRuntime';
import { sandboxSwitches } from './sandbox';
import { privateScreen } from './screen';

/**
 * Runs Playwright over the built app in a private display. The tests find the executable in NUTGRAF_ELECTRON
 * and the switches to start it with, as a JSON list, in NUTGRAF_SWITCHES.
 */
await runScript(async (args) => {
  const runtime = await readyRuntime();
  const switches = sandboxSwitches(runtime.executable);
  await ensureBuilt('app');
  const screen = await privateScreen();
  try {
    return await runChild(process.execPath, [packageScript('@playwright/test/cli.js'), 'test', ...args], {
      env: {
        ...screen.env,
        NUTGRAF_ELECTRON: runtime.executable,
        NUTGRAF_SWITCHES: JSON.stringify([...switches, ...screen.switches]),
      },
    });
  } finally {
    await screen.stop();
  }
});
