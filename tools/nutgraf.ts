import { ensureBuilt } from './build';
import { runChild } from './child';
import { ensureNativeModule } from './runtime/nativeModule';
import { inProject, runScript } from './project';
import { asNode } from './runtime/readyRuntime';
import { resolveRuntime } from './runtime/runtime';
import { missingLibraries } from './runtime/systemLibraries';

/**
 * Runs the app's services without a window. stdin, stdout, arguments and exit code are the command's own, so
 * nothing is said here unless something has to be made first.
 */
await runScript(async (args) => {
  const host = await nodeHost();
  await ensureNativeModule(host.executable);
  await ensureBuilt('main');
  return runChild(host.executable, [inProject('out', 'main', 'cli.js'), ...args], {
    env: host.env,
    cwd: callersFolder(),
  });
});

/** npm runs scripts in the project's folder and tells in INIT_CWD where the person is. */
function callersFolder(): string {
  const ranByNpm = process.env['npm_lifecycle_event'] === 'nutgraf';
  return (ranByNpm && process.env['INIT_CWD']) || process.cwd();
}

/** Electron's own Node; on a server that lacks the libraries of a desktop, the Node that runs this. */
async function nodeHost(): Promise<{ readonly executable: string; readonly env: NodeJS.ProcessEnv }> {
  const runtime = await resolveRuntime();
  if (missingLibraries(runtime.executable).length > 0)
    return { executable: process.execPath, env: process.env };
  return { executable: runtime.executable, env: asNode(runtime) };
}
