import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { expect, onTestFinished, test } from 'vitest';
import { inProject } from '../project';
import { cruiseImports } from './cruise';
import { lawOf } from './rules';

const law = lawOf(readFileSync(inProject('ARCHITECTURE.md'), 'utf8'));

type Tree = Readonly<Record<string, string>>;

/** What the check reports for a small tree: `from → to (rule)`, sorted. The tree lies where its packages are found. */
async function breachesOf(tree: Tree): Promise<readonly string[]> {
  const folder = inProject('out', 'test', 'importLaw');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const roots = ['src/shared', 'tools', 'e2e', 'bench', 'packaging'];
  const empty = Object.fromEntries(roots.map((root) => [`${root}/empty.ts`, '']));
  for (const [name, text] of Object.entries({ ...empty, ...tree })) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const { output } = await cruiseImports(folder, law, 'json');
  const { summary } = JSON.parse(output as string) as ICruiseResult;
  return summary.violations
    .map(({ from, to, rule }) => `${from} → ${to.replace(/^.*node_modules\//, '')} (${rule.name})`)
    .toSorted();
}

/**
 * In a file of each room, an import that the room's row does not name, each by a different route; and the expected
 * message.
 */
const broken = [
  ['src/main/app.ts', `import '../renderer/bridge';`, 'src/renderer/bridge.ts (src/main)'],
  [
    'src/main/behindWindows.ts',
    `import { nativeTheme } from 'electron';`,
    'electron/index.js (src/main/behindWindows)',
  ],
  ['src/main/cli.ts', `import { a } from './windows/pages';`, 'src/main/windows/pages.ts (src/main/cli)'],
  ['src/main/cms/a.ts', `import type { A } from '../exports/a';`, 'src/main/exports/a.ts (src/main/cms)'],
  ['src/main/dom/a.ts', `import { readFile } from 'node:fs/promises';`, 'fs/promises (src/main/dom)'],
  ['src/main/exports/a.ts', `export * from '../jobs/worker';`, 'src/main/jobs/worker.ts (src/main/exports)'],
  ['src/main/imports/a.ts', `import 'linkedom';`, 'linkedom/cjs/index.js (src/main/imports)'],
  ['src/main/jobs/a.ts', `export type { A } from '../cms/a';`, 'src/main/cms/a.ts (src/main/jobs)'],
  ['src/main/opening/a.ts', `import { app } from 'electron';`, 'electron/index.js (src/main/opening)'],
  ['src/main/services/a.ts', `import { net } from 'electron';`, 'electron/index.js (src/main/services)'],
  ['src/main/store/a.ts', `import { app } from 'electron';`, 'electron/index.js (src/main/store)'],
  ['src/main/updates/a.ts', `import { net } from 'electron';`, 'electron/index.js (src/main/updates)'],
  ['src/preload/a.ts', `import '#shared/a';`, 'src/shared/a.ts (src/preload)'],
  [
    'src/renderer/base/a.ts',
    `import '#renderer/features/list';`,
    'src/renderer/features/list/index.ts (src/renderer/base)',
  ],
  ['src/renderer/bridge.ts', `import 'node:fs';`, 'fs (src/renderer)'],
  [
    'src/renderer/features/list/index.ts',
    `import '#renderer/app/A';`,
    'src/renderer/app/A.tsx (src/renderer/features/*)',
  ],
  [
    'src/renderer/ui/A.tsx',
    `import '../bridge'; export const a = <hr />;`,
    'src/renderer/bridge.ts (src/renderer/ui)',
  ],
  ['src/shared/a.ts', `import 'react';`, 'react/index.js (src/shared)'],
  [
    'src/shared/document/a.ts',
    `const a = () => import('@tiptap/react');`,
    '@tiptap/react/dist/index.cjs (src/shared/document)',
  ],
  [
    'src/shared/domain/a.ts',
    `type A = import('../document/a').A;`,
    'src/shared/document/a.ts (src/shared/domain)',
  ],
  ['src/shared/language/a.ts', `import '../domain/a';`, 'src/shared/domain/a.ts (src/shared/language)'],
] as const;

const kept: Tree = {
  'src/main/windows/pages.ts': `import 'node:path'; import 'electron'; import '../store/disk'; import 'zod/v4';`,
  'src/main/store/disk.ts': `import 'better-sqlite3'; import 'fs'; import '@tiptap/pm/model'; import '#shared/a';`,
  'src/main/jobs/worker.ts': `import '../exports/formats/html'; import type { Disk } from '../store/disk';`,
  'src/main/exports/formats/html.ts': `import 'yaml';`,
  'src/preload/index.ts': `import '#shared/contract/define'; import 'electron';`,
  'src/shared/contract/define.ts': `import 'zod';`,
  'src/renderer/app/A.tsx': `import { edit } from '#renderer/features/editor'; import '../ui/Icon';`,
  'src/renderer/ui/Icon.tsx': `import 'react'; import 'react/jsx-runtime';`,
  'src/renderer/features/editor/index.ts': `import './Editor'; import '@tanstack/react-query';`,
  'src/renderer/features/editor/Editor.tsx': `import '#renderer/features/status'; import '../../bridge';`,
  'src/renderer/features/status/index.ts': `import '@tiptap/core'; import '@tiptap/extension-link';`,
  'src/main/store/testing/rows.ts': `import 'electron';`,
  'src/main/store/store.test.ts': `import './testing/rows'; import '../jobs/worker';`,
};

test('each row of the law refuses what it does not name, and lets in what it names', async () => {
  const found = await breachesOf({ ...kept, ...Object.fromEntries(broken) });
  expect(found).toEqual(broken.map(([file, , told]) => `${file} → ${told}`));
  const refusing = new Set(found.map((breach) => /\((.*)\)$/.exec(breach)?.[1]));
  expect(refusing).toEqual(new Set(law.map(({ name }) => name)));
});

test('a circle is refused, in whatever way its files import each other, types included', async () => {
  const found = await breachesOf({
    'src/main/values/a.ts': `import { b } from './b'; export const a = b;`,
    'src/main/values/b.ts': `import { c } from './c'; export const b = c;`,
    'src/main/values/c.ts': `import { b } from './b'; export const c = () => b;`,
    'src/main/types/a.ts': `import type { B } from './b'; export type A = B;`,
    'src/main/types/b.ts': `import { type A } from './a'; export type B = A[];`,
    'src/main/door/a.ts': `import type { A } from '.'; export type B = A;`,
    'src/main/door/index.ts': `export * from './a';`,
    'src/main/late/a.ts': `export const a = () => import('./b');`,
    'src/main/late/b.ts': `export type B = import('./a').A;`,
    'src/main/tests/a.test.ts': `import '../testing/b';`,
    'src/main/testing/b.ts': `import '../tests/a.test';`,
    'e2e/a.ts': `import '../tools/a';`,
    'tools/a.ts': `import '../e2e/a';`,
  });
  expect(found).toEqual([
    'e2e/a.ts → tools/a.ts (circle)',
    'src/main/door/a.ts → src/main/door/index.ts (circle)',
    'src/main/late/a.ts → src/main/late/b.ts (circle)',
    'src/main/testing/b.ts → src/main/tests/a.test.ts (circle)',
    'src/main/types/a.ts → src/main/types/b.ts (circle)',
    'src/main/values/b.ts → src/main/values/c.ts (circle)',
  ]);
});

test('a file outside the rooms, a test helper in the product and an import past an index are refused', async () => {
  const found = await breachesOf({
    'src/other/a.ts': `import '../shared/b';`,
    'src/shared/b.ts': '',
    'src/main/a.ts': `import './testing/b'; import './b.test';`,
    'src/main/testing/b.ts': '',
    'src/main/b.test.ts': '',
    'src/renderer/app/App.tsx': `import '#renderer/features/list/List';`,
    'src/renderer/features/list/List.tsx': `import '../editor/Editor';`,
    'src/renderer/features/editor/Editor.tsx': '',
  });
  expect(found).toEqual([
    'src/main/a.ts → src/main/b.test.ts (testing)',
    'src/main/a.ts → src/main/testing/b.ts (testing)',
    'src/other/a.ts → src/shared/b.ts (room)',
    'src/renderer/app/App.tsx → src/renderer/features/list/List.tsx (src/renderer/features/* by its index)',
    'src/renderer/features/list/List.tsx → src/renderer/features/editor/Editor.tsx (src/renderer/features/*)',
  ]);
});
