import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { fingerprint } from './build';

let root = '';
const at = (name: string): string => path.join(root, 'src', name);
const state = (): string => fingerprint(['src', 'absent.json'], root);

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'fingerprint-'));
  mkdirSync(path.join(root, 'src'));
  writeFileSync(at('a.ts'), 'a');
  writeFileSync(at('b.ts'), 'b');
});

test('nothing changed: nothing to build', () => {
  expect(state()).toBe(state());
});

test.each<[string, () => void]>([
  ['a file that grew', () => writeFileSync(at('a.ts'), 'longer')],
  ['a file put back to an older time', () => utimesSync(at('a.ts'), 1, 1)],
  ['a new file', () => writeFileSync(at('c.ts'), 'c')],
  ['a file taken away', () => rmSync(at('b.ts'))],
])('%s is seen', (_what, change) => {
  const before = state();
  change();
  expect(state()).not.toBe(before);
});

test('a test that changes builds nothing', () => {
  const before = state();
  writeFileSync(at('a.test.ts'), 'new');
  expect(state()).toBe(before);
});
