import { displayNeed, scriptFonts } from '../display/display';
import { buildNeed, ensureNativeModule } from './nativeModule';
import { Problem, say } from '../project';
import { resolveRuntime, type Runtime } from './runtime';
import { libraryNeed, missingLibraries } from './systemLibraries';
import { ensurePackages, wishPackages } from './systemPackages';

/** What the runtime is wanted for: tests in plain Node, windows on the machine's display or on our own. */
export type RuntimeUse = 'node' | 'windows' | 'privateWindows';

/**
 * An Electron that starts here and loads the native modules. What it needs is fetched, installed or built once; one
 * line says which runtime it is and why.
 *
 * @throws Problem with what to do if there is none
 */
export async function readyRuntime(use: RuntimeUse): Promise<Runtime> {
  const runtime = await resolveRuntime();
  say(runtime.reason);
  await ensurePackages([
    libraryNeed(runtime.executable),
    runtime.kind === 'registry' ? buildNeed() : null,
    use === 'privateWindows' ? displayNeed() : null,
  ]);
  if (use === 'privateWindows') await wishPackages(scriptFonts);
  const missing = missingLibraries(runtime.executable);
  if (missing.length > 0) throw new Problem(`Electron still lacks ${missing.join(', ')} on this system.`);
  await ensureNativeModule(runtime.executable);
  return runtime;
}

/** The environment in which Electron is plain Node. */
export const asNode = (runtime: Runtime): NodeJS.ProcessEnv => ({
  ...process.env,
  ELECTRON_RUN_AS_NODE: '1',
  ELECTRON_EXEC_PATH: runtime.executable,
});
