import { existsSync } from 'node:fs';
import { ensureBuilt } from './build';
import { runChild } from './child';
import { projectFolder, runScript } from './project';
import { readyRuntime } from './runtime/readyRuntime';
import { sandboxSwitches } from './display/sandbox';
import { visibleScreen } from './display/screen';

const virtual = '--virtual-display';

/** On a machine without a message bus, such as a server, Chromium reports that at every turn. */
const quiet = existsSync('/run/dbus/system_bus_socket') ? [] : ['--log-level=3'];

/**
 * Starts the app, building it first if its sources have changed; arguments are passed on to it. `--virtual-display`
 * shows its windows where nobody sees them.
 */
await runScript(async (args) => {
  const runtime = await readyRuntime('windows');
  const switches = [...sandboxSwitches(runtime.executable), ...(process.platform === 'linux' ? quiet : [])];
  await ensureBuilt('app');
  const screen = await visibleScreen(args.includes(virtual));
  try {
    const passedOn = args.filter((argument) => argument !== virtual);
    return await runChild(
      runtime.executable,
      [...switches, ...screen.switches, projectFolder, ...passedOn],
      screen,
    );
  } finally {
    await screen.stop();
  }
});
