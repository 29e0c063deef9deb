import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const modules = path.join(root, 'node_modules');
const folder = mkdtempSync(path.join(tmpdir(), 'nutgraf-compile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const contract = `
  import { type Handlers, operation } from '#shared/contract/define';
  import { z } from 'zod';
  const rooms = { library: { open: operation(z.string(), z.int()), close: operation(z.undefined(), z.null()) } };
  export const handlers: Handlers<typeof rooms> =`;

const ofContract = `
  import type { ContractHandlers } from '#shared/contract';
  declare const all: ContractHandlers;`;

const sources = {
  whole: `${contract} { library: { open: (name) => name.length, close: () => null } };`,
  missingHandler: `${contract} { library: { open: (name) => name.length } };`,
  extraHandler: `${contract} { library: { open: (name) => name.length, close: () => null, shut: () => null } };`,
  wrongAnswer: `${contract} { library: { open: (name) => name, close: () => null } };`,
  wholeContract: `${ofContract} export const handlers: ContractHandlers = { ...all };`,
  missingRoom: `${ofContract} const { cms, ...others } = all; export const handlers: ContractHandlers = others;`,
  missingOfRoom: `${ofContract} const { save, ...others } = all.articles;
    export const handlers: ContractHandlers = { ...all, articles: others };`,
} as const;

/** The compiler's errors, all files in one run. */
function compile(): string {
  for (const [name, source] of Object.entries(sources))
    writeFileSync(path.join(folder, `${name}.ts`), source);
  const config = {
    extends: path.join(root, 'tsconfig.base.json'),
    compilerOptions: {
      composite: false,
      emitDeclarationOnly: false,
      noEmit: true,
      noUnusedLocals: false,
      paths: { '#shared/*': [path.join(root, 'src/shared/*')], zod: [path.join(modules, 'zod')] },
    },
    files: Object.keys(sources).map((name) => `${name}.ts`),
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
  const compiler = path.join(modules, 'typescript/lib/tsc.js');
  return spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' })
    .stdout;
}

let errors: readonly string[] = [];
beforeAll(() => {
  errors = compile().split('\n');
});

const errorsOf = (name: keyof typeof sources): string =>
  errors.filter((line) => line.includes(`${name}.ts(`)).join('\n');

test('a handler for each operation compiles', () => {
  expect(errors.join('\n')).toContain('missingHandler.ts(');
  expect(errorsOf('whole')).toBe('');
  expect(errorsOf('wholeContract')).toBe('');
});

test('a missing handler does not compile', () => {
  expect(errorsOf('missingHandler')).toContain("Property 'close' is missing");
  expect(errorsOf('missingOfRoom')).toContain("Property 'save' is missing");
});

test('a missing room does not compile', () => {
  expect(errorsOf('missingRoom')).toContain("Property 'cms' is missing");
});

test('a handler without an operation does not compile', () => {
  expect(errorsOf('extraHandler')).toContain("'shut' does not exist");
});

test('a handler with another answer than the contract says does not compile', () => {
  expect(errorsOf('wrongAnswer')).toContain("'string' is not assignable to type");
});
