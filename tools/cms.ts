import { runChild } from './child';
import { packageScript, runScript } from './project';
import { asNode, readyRuntime } from './readyRuntime';
import { runWindowTests } from './windowTests';

/**
 * Runs the tests that talk to a real CMS: those of the services (`*.cms.test.ts`) in Electron's own Node, then those
 * of the window (`*.cms.spec.ts`). A filter among the arguments may leave one of the two without a test.
 */
await runScript(async (args) => {
  const runtime = await readyRuntime('node');
  const lenient = args.length === 0 ? [] : ['--passWithNoTests'];
  const vitest = [packageScript('vitest/vitest.mjs'), 'run', '--mode', 'cms', ...lenient, ...args];
  const services = await runChild(runtime.executable, vitest, { env: asNode(runtime) });
  const window = await runWindowTests('cmsWindow', [...args, ...lenient.map(() => '--pass-with-no-tests')]);
  return services === 0 ? window : services;
});
