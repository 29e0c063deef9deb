import { runChild } from './child';
import { packageScript } from './project';
import { asNode, readyRuntime } from './runtime/readyRuntime';

/** A mode of vitest.config.ts. */
export type VitestSuite = 'unit' | 'campaign' | 'cms';

/** Runs vitest in Electron's own Node, so that tests and app share one runtime and one native build. */
export async function runVitest(
  suite: VitestSuite,
  args: readonly string[],
  command: 'run' | 'watch' = 'run',
): Promise<number> {
  const runtime = await readyRuntime('node');
  const vitest = [packageScript('vitest/vitest.mjs'), command, '--mode', suite, ...args];
  return runChild(runtime.executable, vitest, { env: asNode(runtime) });
}
