import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIn } from './build';
import { inProject, Problem } from './project';

/** Where a commit's own benches lie beside today's: they drive what today's cannot. */
export const ownBenches = 'benchOfThen';

/**
 * Runs work on the project as a commit has it, built in a folder of its own, gone afterwards. Its packages are those
 * that are installed here, and its benches and tools are today's, so that they measure both alike.
 *
 * @throws Problem where there is no such commit, or it does not build
 */
export async function withEarlier<T>(commit: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nutgraf-before-'));
  try {
    unpack(commit, folder);
    symlinkSync(inProject('node_modules'), path.join(folder, 'node_modules'), 'junction');
    await buildIn(folder, 'app');
    rmSync(path.join(folder, 'tools'), { recursive: true });
    cpSync(inProject('tools'), path.join(folder, 'tools'), { recursive: true });
    cpSync(path.join(folder, 'bench'), path.join(folder, ownBenches), { recursive: true });
    takeBenches(folder);
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function unpack(commit: string, folder: string): void {
  const file = path.join(folder, 'tree.tar');
  const archive = ['archive', '--format=tar', `--output=${file}`, '--end-of-options', commit];
  const packed = spawnSync('git', archive, { cwd: inProject(), encoding: 'utf8' });
  if (packed.status !== 0) throw new Problem(`There is no commit ${commit} here. ${packed.stderr}`.trim());
  const unpacked = spawnSync('tar', ['-xf', file, '-C', folder], { encoding: 'utf8' });
  if (unpacked.status !== 0) throw new Problem(`${file} cannot be unpacked. ${unpacked.stderr}`.trim());
  rmSync(file);
}

/** Puts today's benches in; one that takes what that commit does not have is left as that commit has it. */
function takeBenches(folder: string): void {
  const sources = filesIn(path.join(folder, 'src')).map((file) => path.relative(folder, file));
  for (const file of filesIn(inProject('bench'))) {
    const name = path.relative(inProject(), file);
    const target = path.join(folder, name);
    const isSource = /\.tsx?$/u.test(file);
    const text = isSource ? fitted(readFileSync(file, 'utf8'), name, sources) : null;
    if (isSource && text === null && existsSync(target)) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    if (text === null) cpSync(file, target);
    else writeFileSync(target, text);
  }
}

const imported = /(?<=^import [^;]*? from ')(?:(?:\.\.\/)+src|#shared)\/[^']+/gmu;
const typesOnly = /^import type [^;]*;/gmu;

/**
 * The text of a bench for another commit, where a module may lie in another folder: it is found by its name there, the
 * nearest of several. Null where there is none of that name, or several are as near.
 */
export function fitted(text: string, file: string, sources: readonly string[]): string | null {
  const folder = path.dirname(file);
  let isWhole = true;
  const answer = text.replace(typesOnly, '').replace(imported, (specifier) => {
    const wanted = specifier.startsWith('#shared/')
      ? path.join('src', 'shared', specifier.slice('#shared/'.length))
      : path.join(folder, specifier);
    const found = sourceOf(wanted, sources);
    if (found === null) isWhole = false;
    return found === null ? specifier : path.relative(folder, found).replaceAll(path.sep, '/');
  });
  return isWhole ? answer : null;
}

function sourceOf(wanted: string, sources: readonly string[]): string | null {
  const there = sources.find((source) =>
    [`${wanted}.ts`, `${wanted}.tsx`, path.join(wanted, 'index.ts')].includes(source),
  );
  if (there !== undefined) return there;
  const alike = sources
    .filter((source) => path.basename(source) === `${path.basename(wanted)}.ts`)
    .toSorted((one, other) => sharedFolders(other, wanted) - sharedFolders(one, wanted));
  const [nearest, next] = alike;
  const isOne = next === undefined || sharedFolders(next, wanted) < sharedFolders(nearest ?? '', wanted);
  return isOne ? (nearest ?? null) : null;
}

/** How many folders, from the top, two paths have in common. */
function sharedFolders(one: string, other: string): number {
  const others = path.dirname(other).split(path.sep);
  const apart = path
    .dirname(one)
    .split(path.sep)
    .findIndex((folder, depth) => folder !== others[depth]);
  return apart === -1 ? path.dirname(one).split(path.sep).length : apart;
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
