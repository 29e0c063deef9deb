import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { builderConfiguration, officialModule } from '../../packaging/builder';
import { checkFuses } from './appFolder';

async function fileOf(...parts: readonly (string | Buffer)[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nutgraf-package-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'file');
  await writeFile(file, Buffer.concat(parts.map((part) => Buffer.from(part))));
  return file;
}

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const wire = (values: string): Buffer =>
  Buffer.from(`\u0001${String.fromCodePoint(values.length)}${values}`, 'latin1');

test('an executable whose fuses are as configured is let through, with eight of them or more', async () => {
  await expect(checkFuses(await fileOf('\u007fELF…', SENTINEL, wire('01001100')))).resolves.toBeUndefined();
  await expect(checkFuses(await fileOf(SENTINEL, wire('010011001'), 'and so on'))).resolves.toBeUndefined();
});

test('an executable is refused by the names of the fuses that are wrong, or for having none', async () => {
  await expect(checkFuses(await fileOf(SENTINEL, wire('11001r00')))).rejects.toThrow(
    /: runAsNode, onlyLoadAppFromAsar\.$/u,
  );
  await expect(checkFuses(await fileOf('\u007fELF'))).rejects.toThrow(/sentinel/u);
});

const build = {
  electron: { folder: '/electron', version: '45.4.1' },
  output: '/made',
  nativeModule: officialModule,
  updates: null,
} as const;

test('a test build says so in its name and version, a release only its own', () => {
  const test = { productName: 'Nutgraf Test Build', version: '0.1.0-test' };
  expect(builderConfiguration({ ...build, test })).toMatchObject({
    productName: 'Nutgraf Test Build',
    extraMetadata: test,
  });
  const release = builderConfiguration({ ...build, test: null });
  expect(release.productName).toBe('Nutgraf');
  expect(release).not.toHaveProperty('extraMetadata');
});

test('a build that looks for updates has the feed and the key in its package.json', () => {
  const updates = { address: 'https://updates.news.example/', key: 'a key' };
  expect(builderConfiguration({ ...build, test: null, updates }).extraMetadata).toEqual({ updates });
});
