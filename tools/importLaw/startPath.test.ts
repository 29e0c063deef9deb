import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../project';

/** An import or a re-export of values at the top of a file: what is loaded before the file runs. */
const statement = /^(?:import|export)\s+(?!type\b)(?:([^;'"]*?)from\s+)?'([^']+)'/gmu;

const isOfTypes = (names: string): boolean =>
  /^\s*\{/u.test(names) &&
  names
    .replace(/[{}]/gu, '')
    .split(',')
    .every((name) => /^\s*(?:type\s|$)/u.test(name));

/** The file that an import loads; null for a package, and what Node or Electron bring. */
function fileOf(from: string, specifier: string): string | null {
  if (!/^[.#]/u.test(specifier)) return null;
  const base = specifier.startsWith('#shared/')
    ? inProject('src', 'shared', specifier.slice('#shared/'.length))
    : path.resolve(path.dirname(from), specifier);
  return [`${base}.ts`, path.join(base, 'index.ts')].find((file) => existsSync(file)) ?? null;
}

/** What is loaded with a file: files of the project by their paths, packages by their names. */
function loadedWith(entry: string): readonly string[] {
  const packages = new Set<string>();
  const files = new Set([inProject(entry)]);
  for (const file of files)
    for (const [, names = '', specifier = ''] of readFileSync(file, 'utf8').matchAll(statement)) {
      if (isOfTypes(names)) continue;
      const next = fileOf(file, specifier);
      if (next === null) packages.add(specifier);
      else files.add(next);
    }
  const paths = [...files].map((file) => path.relative(inProject(), file).replaceAll(path.sep, '/'));
  return [...paths, ...packages];
}

test('the first window waits for no code of stories, files, sites or jobs', () => {
  const loaded = loadedWith('src/main/index.ts');
  expect(loaded).toContain('src/main/store/articles/articleList.ts');
  const rooms =
    /^src\/(?:shared\/document\/schema\.ts|main\/(?:imports|exports|jobs|dom|cms\/(?:adapters|compare|deliver))\/)/u;
  expect(loaded.filter((file) => rooms.test(file))).toEqual([]);
});

test('a page waits for no library that its preload would load', () => {
  expect(loadedWith('src/preload/index.ts').filter((name) => !name.startsWith('src/'))).toEqual(['electron']);
});
