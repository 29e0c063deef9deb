import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProgram } from '../store/testing/program';
import { fileAddress } from './feed';
import type { UpdateManifest } from './manifest';
import type { Place } from './place';
import { onPlainFiles } from './plainFiles';
import { discard, prepare } from './prepare';
import { feedServer } from './testing/testFeed';
import { manifestOf, testPackage } from './testing/testPackage';
import { emptyFolder, testPlace } from './testing/testPlace';

async function serving(bytes: Buffer, manifest = manifestOf(bytes)) {
  const { feed, served } = await feedServer();
  const [offered] = manifest.files;
  if (offered === undefined) throw new Error('the manifest offers nothing');
  const address = fileAddress(feed, manifest, offered.url);
  served.set(new URL(address).pathname, bytes);
  return { offered, address };
}

async function prepared(bytes: Buffer, place: Place = testPlace(), manifest?: UpdateManifest) {
  const steps: string[] = [];
  const app = await prepare({
    ...(await serving(bytes, manifest)),
    place,
    version: '0.2.0',
    fetch,
    signal: new AbortController().signal,
    onProgress: () => steps.push('progress'),
    onArrived: () => steps.push('arrived'),
  });
  return { app, steps };
}

const entries = (place: Place): readonly string[] => readdirSync(place.folder).sort();
const untouched = ['app-0.1.0', 'articles', 'current', 'nutgraf', 'portable'];

test('a version is unpacked beside the running one, and nothing else changes', async () => {
  const place = testPlace();
  const { app, steps } = await prepared(testPackage(), place);
  expect(existsSync(join(app, 'nutgraf'))).toBe(true);
  expect(steps.at(0)).toBe('progress');
  expect(steps.at(-1)).toBe('arrived');
  expect(entries(place)).toEqual([...untouched, `update-${process.pid}`]);
  discard(place);
  expect(entries(place)).toEqual(untouched);
});

test.each([
  ['another version', testPackageOf('0.3.0', 'echo 0.3.0'), 'update_bad_package'],
  [
    'a program that says that it is another version',
    testPackageOf('0.2.0', 'echo 0.1.9'),
    'update_bad_package',
  ],
  ['a program that does not start', testPackageOf('0.2.0', 'exit 127'), 'update_does_not_start'],
  ['no archive', () => Buffer.from('words'), 'update_bad_package'],
])('a package with %s is refused, and nothing of it is left', async (_what, make, code) => {
  const place = testPlace();
  await expect(prepared(make(), place)).rejects.toMatchObject({ code });
  expect(entries(place)).toEqual(untouched);
});

function testPackageOf(version: string, script: string): () => Buffer {
  return () => testPackage(version, script);
}

test('called off when it has arrived, it is not looked into, and nothing of it is left', async () => {
  const place = testPlace();
  const quit = new AbortController();
  const preparing = prepare({
    ...(await serving(Buffer.from('no archive'))),
    place,
    version: '0.2.0',
    fetch,
    signal: quit.signal,
    onProgress: () => undefined,
    onArrived: () => quit.abort(),
  });
  await expect(preparing).rejects.toMatchObject({ name: 'AbortError' });
  expect(entries(place)).toEqual(untouched);
});

test('what is not what was signed is refused before it is unpacked', async () => {
  const place = testPlace();
  const changed = testPackage();
  const signed = manifestOf(changed);
  changed[changed.length - 1] = 1;
  await expect(prepared(changed, place, signed)).rejects.toMatchObject({ code: 'update_wrong_hash' });
  expect(entries(place)).toEqual(untouched);
});

/** Each mounts a small disk of its own over the folder, which goes away with the process. */
const onDisk = (folder: string, options: string, from: string): readonly string[] => [
  'unshare',
  '-Urm',
  'sh',
  '-c',
  'mount -t tmpfs -o size=2m tmpfs "$0" && cp -a "$2/." "$0" && mount -o "remount,$1" "$0" && shift 2 && "$@"; ls "$0"',
  folder,
  options,
  from,
];

test.each([
  ['a full disk', 'size=2m', 'update_disk_full'],
  ['a disk that may only be read', 'ro', 'update_not_writable'],
])('%s is told, and leaves nothing behind', async (_what, options, code) => {
  const place = testPlace();
  const disk = join(emptyFolder(), 'disk');
  mkdirSync(disk);
  const { offered, address } = await serving(testPackage('0.2.0', 'echo 0.2.0', 1_500_000));
  const words = [disk, address, JSON.stringify(offered)];
  const under = onDisk(disk, options, place.folder);
  const { lines, errors } = await startProgram('../../updates/testing/preparer', words, under).finished;
  expect(errors).toBe('');
  expect(lines).toEqual([code, ...untouched]);
});

test('a second try begins anew where the first was killed', async () => {
  const place = testPlace();
  const left = join(place.folder, `update-${process.pid}`);
  onPlainFiles(() =>
    cpSync(join(place.folder, 'app-0.1.0'), join(left, 'unpacked', 'nutgraf-0.1.9'), { recursive: true }),
  );
  const { app } = await prepared(testPackage(), place);
  expect(existsSync(join(app, 'nutgraf'))).toBe(true);
});
