import { runChild } from './child';
import { packageScript, runScript } from './project';
import { asNode, readyRuntime } from './readyRuntime';

/** Runs the tests that talk to a real CMS (`*.cms.test.ts`), in Electron's own Node. */
await runScript(async (args) => {
  const runtime = await readyRuntime('node');
  const vitest = packageScript('vitest/vitest.mjs');
  return runChild(runtime.executable, [vitest, 'run', '--mode', 'cms', ...args], {
    env: asNode(runtime),
  });
});
