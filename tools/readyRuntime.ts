import { ensureNativeModule } from './nativeModule';
import { say } from './project';
import { resolveRuntime, type Runtime } from './runtime';
import { ensureLibraries } from './systemLibraries';

/**
 * An Electron that starts here and loads the native modules. What it takes is fetched, installed or built once;
 * which runtime it is and why is told in one line.
 *
 * @throws Problem with what to do when that cannot be had
 */
export async function readyRuntime(): Promise<Runtime> {
  const runtime = await resolveRuntime();
  say(runtime.reason);
  await ensureLibraries(runtime.executable);
  await ensureNativeModule(runtime.executable);
  return runtime;
}

/** The environment in which Electron is plain Node. */
export const asNode = (runtime: Runtime): NodeJS.ProcessEnv => ({
  ...process.env,
  ELECTRON_RUN_AS_NODE: '1',
  ELECTRON_EXEC_PATH: runtime.executable,
});
