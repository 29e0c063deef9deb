import { readdirSync } from 'node:fs';
import { ensureBuilt } from './build';
import { runChild } from './child';
import { launchEnvironment } from './display/launchOptions';
import { inProject, Problem, runScript } from './project';
import { asNode, readyRuntime } from './runtime/readyRuntime';
import type { Runtime } from './runtime/runtime';
import { sandboxSwitches } from './display/sandbox';
import { withPrivateScreens } from './display/screen';

/**
 * Runs the benches, or those whose name contains an argument: each `bench/*.bench.ts` one after the other, alone.
 * They run in Electron's own Node, as what they measure does; what they print on stdout is ours, and how to start
 * the app they learn from `launchOptions()`.
 */
await runScript(async (args) => {
  const files = readdirSync(inProject('bench')).filter((name) => name.endsWith('.bench.ts'));
  const chosen = files.filter((name) => args.length === 0 || args.some((part) => name.includes(part)));
  if (chosen.length === 0)
    throw new Problem(`No bench of that name. There are: ${files.join(' ') || 'none'}`);
  const runtime = await readyRuntime('privateWindows');
  const switches = sandboxSwitches(runtime.executable);
  await ensureBuilt('app');
  return withPrivateScreens(1, (screens) =>
    runAll(chosen, runtime, launchEnvironment(runtime, switches, screens)),
  );
});

async function runAll(
  files: readonly string[],
  runtime: Runtime,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const env = {
    ...asNode(runtime),
    ...environment,
    TSX_TSCONFIG_PATH: inProject('bench', 'tsconfig.json'),
  };
  let worst = 0;
  for (const file of files) {
    const args = ['--import', 'tsx', inProject('bench', file)];
    worst = Math.max(worst, await runChild(runtime.executable, args, { env }));
  }
  return worst;
}
