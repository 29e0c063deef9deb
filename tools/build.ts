import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { runChild } from './child';
import { withLock } from './lock';
import { inProject, packageScript, Problem } from './project';

/** What can be built separately: the whole app, or what runs without a window. */
export type BuildPart = 'app' | 'main';

const settings = [
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'packaging/notices.ts',
  'tsconfig.base.json',
];
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

/** A build of the whole app also serves where only main is needed. */
const isBuilt = (part: BuildPart): boolean =>
  (['app', part] as const).some((made) => stampIs(made, fingerprint(inputs[made])));

const stampIs = (part: BuildPart, expected: string): boolean =>
  existsSync(stampOf(part)) && readFileSync(stampOf(part), 'utf8') === expected;

async function build(part: BuildPart): Promise<void> {
  const taken = fingerprint(inputs[part]);
  await buildIn(inProject(), part);
  writeFileSync(stampOf(part), taken);
}

/**
 * Builds the project that stands in a folder.
 *
 * @throws Problem when it does not build
 */
export async function buildIn(folder: string, part: BuildPart): Promise<void> {
  const code = await runChild(
    process.execPath,
    [
      packageScript('electron-vite/bin/electron-vite.js'),
      'build',
      '--logLevel',
      'warn',
      '--ignoreConfigWarning',
    ],
    { cwd: folder, stdout: 'stderr', env: { ...process.env, NUTGRAF_BUILD: part } },
  );
  if (code !== 0) throw new Problem('The app does not build: see above.');
}

/** Fingerprint of the state of some files and folders: names, sizes and modification times, without tests. */
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
