import { runChild } from './child';
import { packageScript, runScript } from './project';
import { readyRuntime } from './runtime/readyRuntime';
import { sandboxSwitches } from './display/sandbox';
import { visibleScreen } from './display/screen';

/** The app loads its interface from electron-vite's server only with this: src/main/windows/devServer.ts. */
const devSwitch = '--interface-of-dev-server';

/** Runs the app from its sources: the window reloads at each change. Arguments go to electron-vite. */
await runScript(async (args) => {
  const runtime = await readyRuntime('windows');
  const switches = sandboxSwitches(runtime.executable);
  const screen = await visibleScreen(false);
  const electronVite = packageScript('electron-vite/bin/electron-vite.js');
  try {
    return await runChild(
      process.execPath,
      [electronVite, 'dev', ...args, '--', ...switches, ...screen.switches, devSwitch],
      { env: { ...screen.env, ELECTRON_EXEC_PATH: runtime.executable } },
    );
  } finally {
    await screen.stop();
  }
});
