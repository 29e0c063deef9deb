import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Problem, projectFolder } from '../project';

/** npm's own script: the npm that runs us, else the one beside this Node, else the first on the PATH. */
export function npmScript(): string {
  const running = process.env['npm_execpath'];
  if (running?.endsWith('npm-cli.js') && existsSync(running)) return running;
  const folders = [path.dirname(process.execPath), ...(process.env['PATH'] ?? '').split(path.delimiter)];
  for (const folder of folders) {
    const onUnix = path.join(folder, 'npm');
    if (existsSync(onUnix) && realpathSync(onUnix).endsWith('npm-cli.js')) return realpathSync(onUnix);
    const onWindows = path.join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js');
    if (existsSync(onWindows)) return onWindows;
  }
  throw new Problem('npm was not found. Install Node.js with npm and run this again.');
}

/**
 * Fetches one package as npm is configured to (registry, proxy, credentials), into a folder.
 *
 * @returns the path of the archive (.tgz)
 */
export function packPackage(spec: string, folder: string): string {
  const run = spawnSync(
    process.execPath,
    [npmScript(), 'pack', spec, '--json', '--ignore-scripts', '--pack-destination', folder],
    {
      cwd: projectFolder,
      encoding: 'utf8',
      // A package's list of files can be longer than the usual 1 MB.
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  if (run.status !== 0) throw new Problem(`npm could not fetch ${spec}:\n${run.stderr.trim()}`);
  const [packed] = JSON.parse(run.stdout) as { readonly filename: string }[];
  if (!packed) throw new Problem(`npm fetched nothing for ${spec}.`);
  return path.join(folder, path.basename(packed.filename));
}
