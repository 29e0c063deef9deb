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

function fileOf(from: string, specifier: string): string | null {
  const base = specifier.startsWith('#shared/')
    ? inProject('src', 'shared', specifier.slice('#shared/'.length))
    : path.resolve(path.dirname(from), specifier);
  if (!specifier.startsWith('.') && !specifier.startsWith('#')) return null;
  return [`${base}.ts`, path.join(base, 'index.ts')].find((file) => existsSync(file)) ?? null;
}

/** Every file that is loaded with one, by its path in the project. */
function loadedWith(entry: string): readonly string[] {
  const found = new Set([entry]);
  for (const file of found)
    for (const [, names = '', specifier = ''] of readFileSync(file, 'utf8').matchAll(statement)) {
      const next = isOfTypes(names) ? null : fileOf(file, specifier);
      if (next !== null) found.add(next);
    }
  return [...found].map((file) => path.relative(inProject(), file).replaceAll(path.sep, '/'));
}

test('the first window waits for no code of stories, files, sites or jobs', () => {
  const loaded = loadedWith(inProject('src', 'main', 'index.ts'));
  expect(loaded).toContain('src/main/store/articles/articleList.ts');
  const rooms =
    /^src\/(?:shared\/document\/schema|main\/(?:imports|exports|jobs|dom|cms\/(?:adapters|compare|deliver))\/)/u;
  expect(loaded.filter((file) => rooms.test(file))).toEqual([]);
});
