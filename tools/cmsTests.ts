import { runVitest } from './unitTests';
import { runWindowTests } from './windowTests';

/**
 * Runs the tests that talk to a real CMS: those of the services (`*.cms.test.ts`) in Electron's own Node, then those
 * of the window (`*.cms.spec.ts`). With a filter among the arguments, one of the two may have no tests.
 */
export async function runCmsTests(args: readonly string[]): Promise<number> {
  const lenient = args.length > 0;
  const services = await runVitest('cms', [...(lenient ? ['--passWithNoTests'] : []), ...args]);
  const window = await runWindowTests('cmsWindow', [...args, ...(lenient ? ['--pass-with-no-tests'] : [])]);
  return services === 0 ? window : services;
}
