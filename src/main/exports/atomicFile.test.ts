import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mayReplace, readManifest, sha256Of, writeAtomically, writeManifest } from './manifest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nutgraf-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file is written whole, with its size and hash', () => {
  const file = writeAtomically(folder, 'a.md', Buffer.from('ünï'));
  expect(readFileSync(file.path, 'utf8')).toBe('ünï');
  expect(file).toMatchObject({ bytes: 5, sha256: sha256Of(Buffer.from('ünï')) });
  expect(readdirSync(folder)).toEqual(['a.md']);
});

test('a write that fails leaves the old file and no half one', () => {
  writeFileSync(join(folder, 'a.md'), 'old');
  mkdirSync(join(folder, 'blocked.md'));
  expect(() => writeAtomically(folder, 'blocked.md', Buffer.from('new'))).toThrow(/EISDIR|ENOTEMPTY|EPERM/u);
  expect(readdirSync(folder).toSorted()).toEqual(['a.md', 'blocked.md']);
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('old');
});

const id = '019a0000-0000-7000-8000-000000000001';
const sha = (text: string): string => sha256Of(Buffer.from(text));

test('an export writes over its own file, and over nobody else’s', () => {
  const { bytes, sha256 } = writeAtomically(folder, 'a.md', Buffer.from('first'));
  writeManifest(folder, { files: [{ id, file: 'a.md', bytes, sha256 }], assets: [] });
  const manifest = readManifest(folder);
  const next = { id, file: 'a.md', sha256: sha('second') };
  expect(mayReplace(folder, next, manifest)).toBe(true);
  expect(mayReplace(folder, { ...next, id: id.replace(/1$/u, '2') }, manifest)).toBe(false);
  writeFileSync(join(folder, 'a.md'), 'changed by hand');
  expect(mayReplace(folder, next, manifest)).toBe(false);
  expect(mayReplace(folder, { ...next, file: 'new.md' }, manifest)).toBe(true);
});

test('a manifest that is not ours is taken as none', () => {
  writeFileSync(join(folder, 'nutgraf-manifest.json'), '{"files": "no"}');
  expect(readManifest(folder)).toEqual({ files: [], assets: [] });
});
