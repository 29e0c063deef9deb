import { existsSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import path from 'node:path';

/** The project's folder: the one that holds package.json. */
export const projectFolder = path.resolve(import.meta.dirname, '..');

/** A path inside the project. */
export const inProject = (...parts: readonly string[]): string => path.join(projectFolder, ...parts);

/** The script of a package's command, run by `node` itself so that no shell or executable bit is needed. */
export function packageScript(script: string): string {
  const file = inProject('node_modules', script);
  if (!existsSync(file)) throw new Problem('The packages are not installed here. Run: npm ci');
  return file;
}

/**
 * Where runtimes and native builds are kept between projects and runs: NUTGRAF_CACHE, else the system's
 * folder for caches (XDG Base Directory on Linux).
 */
export function cacheFolder(
  environment: NodeJS.ProcessEnv = process.env,
  system = platform(),
  home = homedir(),
): string {
  if (environment['NUTGRAF_CACHE']) return path.resolve(environment['NUTGRAF_CACHE']);
  if (system === 'darwin') return path.join(home, 'Library', 'Caches', 'nutgraf');
  if (system === 'win32') {
    return path.join(environment['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'nutgraf', 'Cache');
  }
  return path.join(environment['XDG_CACHE_HOME'] || path.join(home, '.cache'), 'nutgraf');
}

/** Something the user can fix: its message says what and how; no stack is shown. */
export class Problem extends Error {
  override readonly name = 'Problem';
}

/** A word to the person, on stderr: stdout belongs to the command that is run. */
export function say(message: string): void {
  process.stderr.write(`nutgraf: ${message}\n`);
}

/** Runs a script to its exit code; a Problem prints its message and exits with 1. */
export async function runScript(main: (args: readonly string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
