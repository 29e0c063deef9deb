import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Build, builderConfiguration, fuses } from '../../packaging/builder';
import { noticesFile } from '../../packaging/notices';
import { runChild } from '../child';
import { packageScript, Problem, projectFolder } from '../project';

/** What must be in the app for it to work; a build that lost one would start, and fail later. */
const needed = [
  'out/main/index.js',
  'out/main/importWorker.js',
  'out/main/exportWorker.js',
  'out/main/inspectionWorker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'resources/window-icon.png',
] as const;

/** What must not be: it tells of the project, or only makes the package larger. */
const unwanted = /\.map$|\.test\.|\.spec\.|\.tsx?$|\/tsconfig/u;

/**
 * Makes the app's folder with electron-builder, and looks into it.
 *
 * @returns the folder, with the executable `nutgraf`
 * @throws Problem when it is not made, or is not as it must be
 */
export async function makeAppFolder(build: Build): Promise<string> {
  await runBuilder(build, ['--linux=dir', '--x64']);
  const folder = path.join(build.output, 'linux-unpacked');
  await checkFuses(path.join(folder, 'nutgraf'));
  checkContents(path.join(folder, 'resources', 'app.asar'));
  return folder;
}

/**
 * Runs electron-builder.
 *
 * @param wanted what it makes, as words of its command line
 * @throws Problem when it fails
 */
export async function runBuilder(
  build: Build,
  wanted: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const configuration = path.join(build.output, 'builder.json');
  await writeFile(configuration, JSON.stringify(builderConfiguration(build)));
  const code = await runChild(
    process.execPath,
    [packageScript('electron-builder/cli.js'), `--config=${configuration}`, ...wanted, '--publish=never'],
    { cwd: projectFolder, stdout: 'stderr', env },
  );
  if (code !== 0) throw new Problem('electron-builder could not make the app: see above.');
}

/** A fuse that is on, on the wire: the digit 1 (electron/docs/tutorial/fuses.md). */
const ON = 0x31;

/** @throws Problem that names the fuses of an executable, or of an app of macOS, that are not as the configuration has them */
export async function checkFuses(executable: string): Promise<void> {
  const wire: Readonly<Record<number, number | string>> = { ...(await getCurrentFuseWire(executable)) };
  const wrong = Object.entries(fuses)
    .filter(([name, isOn]) => (wire[placeOf(name)] === ON) !== isOn)
    .map(([name]) => name);
  if (wrong.length > 0)
    throw new Problem(`These fuses of ${executable} are not as they must be: ${wrong.join(', ')}.`);
}

/** Where on the wire a fuse of the builder's configuration is: the names are the same but for their first letter. */
function placeOf(name: string): FuseV1Options {
  const option = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return FuseV1Options[option as keyof typeof FuseV1Options];
}

/** @throws Problem when the app's archive lacks what it needs, or has what it must not have */
export function checkContents(archive: string): void {
  const inside = listPackage(archive, { isPack: false }).map((name) =>
    name.replaceAll('\\', '/').replace(/^\//u, ''),
  );
  const missing = needed.filter((name) => !inside.includes(name));
  if (missing.length > 0) throw new Problem(`The app was packed without ${missing.join(', ')}.`);
  if (!existsSync(path.join(path.dirname(archive), noticesFile)))
    throw new Problem(`The app was packed without ${noticesFile}.`);
  const extra = inside.filter((name) => unwanted.test(name));
  if (extra.length > 0) throw new Problem(`The app was packed with ${extra.slice(0, 5).join(', ')}.`);
  const native = inside.filter((name) => name.endsWith('.node'));
  const [only = ''] = native;
  if (native.length !== 1 || !existsSync(path.join(`${archive}.unpacked`, only)))
    throw new Problem(
      `One native module must lie beside the app's archive; found: ${native.join(', ') || 'none'}.`,
    );
}
