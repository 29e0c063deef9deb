import { readdirSync } from 'node:fs';
import { ensureBuilt } from './build';
import { runChild } from './child';
import { inProject, packageScript, Problem, runScript } from './project';
import { readyRuntime } from './readyRuntime';
import { sandboxSwitches } from './sandbox';
import { privateScreen } from './screen';

/**
 * Runs the benches, or those whose name contains an argument: each `bench/*.bench.ts` one after the other. What
 * they print on stdout is ours. They find Electron in NUTGRAF_ELECTRON and the switches to start it with, as a
 * JSON list, in NUTGRAF_SWITCHES.
 */
await runScript(async (args) => {
  const files = readdirSync(inProject('bench')).filter((name) => name.endsWith('.bench.ts'));
  const chosen = files.filter((name) => args.length === 0 || args.some((part) => name.includes(part)));
  if (chosen.length === 0)
    throw new Problem(`No bench of that name. There are: ${files.join(' ') || 'none'}`);
  const runtime = await readyRuntime();
  await ensureBuilt('app');
  const screen = await privateScreen();
  const env = {
    ...screen.env,
    NUTGRAF_ELECTRON: runtime.executable,
    NUTGRAF_SWITCHES: JSON.stringify([...sandboxSwitches(runtime.executable), ...screen.switches]),
  };
  try {
    return await runAll(chosen, env);
  } finally {
    await screen.stop();
  }
});

async function runAll(files: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  let worst = 0;
  for (const file of files) {
    const args = [packageScript('tsx/dist/cli.mjs'), inProject('bench', file)];
    worst = Math.max(worst, await runChild(process.execPath, args, { env }));
  }
  return worst;
}
