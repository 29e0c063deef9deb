import { runChild } from './child';
import { packageScript, runScript } from './project';
import { asNode, readyRuntime } from './readyRuntime';

/** Runs vitest in Electron's own Node, so that tests and app share one runtime and one native build. */
await runScript(async (args) => {
  const runtime = await readyRuntime('node');
  return runChild(runtime.executable, [packageScript('vitest/vitest.mjs'), 'run', ...args], {
    env: asNode(runtime),
  });
});
