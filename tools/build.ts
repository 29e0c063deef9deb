import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { runChild } from './child';
import { withLock } from './lock';
import { inProject, packageScript, Problem } from './project';

/** What can be built by itself: all of the app, or what runs without a window. */
export type BuildPart = 'app' | 'main';

const settings = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.base.json'];
const inputs = {
  app: ['src', ...settings],
  main: ['src/main', 'src/shared', ...settings],
} as const satisfies Record<BuildPart, readonly string[]>;

const outFolder = inProject('out');
const stampOf = (part: BuildPart): string => path.join(outFolder, `${part}.fingerprint`);

/**
 * Builds into out/ unless what stands there was made from the very sources that stand here. The build's words
 * go to stderr.
 *
 * @throws Problem when it does not build
 */
export async function ensureBuilt(part: BuildPart): Promise<void> {
  if (isBuilt(part)) return;
  await mkdir(outFolder, { recursive: true });
  await withLock(path.join(outFolder, 'build.lock'), async () => {
    if (!isBuilt(part)) await build(part);
  });
}

/** All of the app serves where main is asked for, too. */
const isBuilt = (part: BuildPart): boolean =>
  (['app', part] as const).some((made) => stampIs(made, fingerprint(inputs[made])));

const stampIs = (part: BuildPart, expected: string): boolean =>
  existsSync(stampOf(part)) && readFileSync(stampOf(part), 'utf8') === expected;

async function build(part: BuildPart): Promise<void> {
  const taken = fingerprint(inputs[part]);
  const code = await runChild(
    process.execPath,
    [
      packageScript('electron-vite/bin/electron-vite.js'),
      'build',
      '--logLevel',
      'warn',
      '--ignoreConfigWarning',
    ],
    { stdout: 'stderr', env: { ...process.env, NUTGRAF_BUILD: part } },
  );
  if (code !== 0) throw new Problem('The app does not build: see above.');
  writeFileSync(stampOf(part), taken);
}

/** Tells one state of some files and folders from another: names, sizes and times of change, tests apart. */
export function fingerprint(places: readonly string[], root = inProject()): string {
  const hash = createHash('sha256');
  for (const place of places) for (const file of filesIn(path.join(root, place))) hash.update(file);
  return hash.digest('hex');
}

function filesIn(place: string): readonly string[] {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return isTest(place) ? [] : [`${place} ${found.size} ${found.mtimeMs}\n`];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)));
}

const isTest = (file: string): boolean => /\.(?:test|fixture)\.tsx?$/.test(file);
