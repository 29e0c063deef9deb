import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unpack as unpackUntil } from './tar';
import { emptyFolder } from './testing/testPlace';

const unpack = (archive: string, into: string): Promise<void> =>
  unpackUntil(archive, into, new AbortController().signal);

/** Packs a folder as the package tool does. */
function packed(folder: string, ...words: readonly string[]): string {
  const file = join(emptyFolder(), 'package.tar.gz');
  execFileSync('tar', [
    '--create',
    '--gzip',
    '--format=ustar',
    `--file=${file}`,
    `--directory=${folder}`,
    ...words,
    '.',
  ]);
  return file;
}

/** An archive of one entry, written by hand: what no honest tool writes. */
function archiveOf(entry: { readonly path: string; readonly kind?: string; readonly size?: string }): string {
  const header = Buffer.alloc(512);
  header.write(entry.path, 0);
  header.write('0000644\0', 100);
  header.write(`${entry.size ?? '00000000001'}\0`, 124);
  header.write('ustar\x0000', 257);
  header.write(entry.kind ?? '0', 156);
  header.write(' '.repeat(8), 148);
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const file = join(emptyFolder(), 'package.tar.gz');
  writeFileSync(file, gzipSync(Buffer.concat([header, Buffer.alloc(512, 'x'), Buffer.alloc(1024)])));
  return file;
}

const bad = (detail: string) => ({ code: 'update_bad_package', detail });

test('every file comes out of an archive as it went in, of any size and with long names', async () => {
  const folder = emptyFolder();
  const deep = join('a-folder-with-a-long-name'.repeat(3), 'and-another-one-below-it'.repeat(3), 'last');
  mkdirSync(join(folder, deep), { recursive: true });
  mkdirSync(join(folder, 'empty'));
  const sizes = [0, 1, 511, 512, 513, 65_536, 300_001];
  for (const size of sizes) writeFileSync(join(folder, deep, `${size}`), Buffer.alloc(size, 'word '));
  writeFileSync(join(folder, 'nutgraf'), 'program');
  chmodSync(join(folder, 'nutgraf'), 0o775);
  const into = emptyFolder();
  await unpack(packed(folder, '--transform=s,^\\.,nutgraf,'), into);
  for (const size of sizes)
    expect(readFileSync(join(into, 'nutgraf', deep, `${size}`))).toEqual(Buffer.alloc(size, 'word '));
  expect(statSync(join(into, 'nutgraf', 'nutgraf')).mode & 0o777).toBe(0o755);
  expect(statSync(join(into, 'nutgraf', deep, '1')).mode & 0o777).toBe(0o644);
  expect(readdirSync(join(into, 'nutgraf', 'empty'))).toEqual([]);
});

test('what is called off is not unpacked any further', async () => {
  const folder = emptyFolder();
  const bytes = 64 * 2 ** 20;
  writeFileSync(join(folder, 'large'), Buffer.alloc(bytes));
  const archive = packed(folder, '--transform=s,^\\.,nutgraf,');
  const [into, quit] = [emptyFolder(), new AbortController()];
  const begun = watch(into, () => quit.abort());
  await expect(unpackUntil(archive, into, quit.signal)).rejects.toMatchObject({ name: 'AbortError' });
  begun.close();
  const large = statSync(join(into, 'nutgraf', 'large'), { throwIfNoEntry: false });
  expect(large?.size ?? 0).toBeLessThan(bytes);
});

test.each(['../out', '/etc/out', 'a/../../out', 'a//b', './a', 'a\\b', 'C:a', 'a\u0007b'])(
  'a path that leads out of the folder, or could elsewhere, is refused: %j',
  async (path) => {
    const into = emptyFolder();
    await expect(unpack(archiveOf({ path }), into)).rejects.toMatchObject(
      bad(`${JSON.stringify(path)} leads out of its folder`),
    );
    expect(readdirSync(into)).toEqual([]);
  },
);

test.each([
  ['a hard link', '1'],
  ['a link', '2'],
  ['a character device', '3'],
  ['a block device', '4'],
  ['a pipe', '6'],
  ['a long name of GNU', 'L'],
  ['an extended header', 'x'],
])('%s is refused', async (_what, kind) => {
  const into = emptyFolder();
  await expect(unpack(archiveOf({ path: 'nutgraf', kind }), into)).rejects.toMatchObject(
    bad('nutgraf is neither a file nor a folder'),
  );
  expect(readdirSync(into)).toEqual([]);
});

test('a link that tar itself packed is refused', async () => {
  const folder = emptyFolder();
  symlinkSync('/etc', join(folder, 'link'));
  await expect(unpack(packed(folder, '--transform=s,^\\.,nutgraf,'), emptyFolder())).rejects.toMatchObject(
    bad('nutgraf/link is neither a file nor a folder'),
  );
});

test('an archive that is cut, changed, twice the same, or holds too much is refused', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'nutgraf'), Buffer.alloc(5000, 'x'));
  const whole = readFileSync(packed(folder, '--transform=s,^\\.,n,'));
  const tar = gunzipSync(whole);
  const [file, changed] = [join(emptyFolder(), 'a'), Buffer.from(tar)];
  changed[0] = 'm'.charCodeAt(0);
  const wrong: readonly Buffer[] = [
    whole.subarray(0, whole.length / 2),
    gzipSync(tar.subarray(0, 3000)),
    gzipSync(changed),
    gzipSync(Buffer.concat([tar, Buffer.from('more')])),
    gzipSync(Buffer.alloc(0)),
    Buffer.from('no archive at all'),
  ];
  for (const bytes of wrong) {
    writeFileSync(file, bytes);
    await expect(unpack(file, emptyFolder())).rejects.toMatchObject({ code: 'update_bad_package' });
  }
  const twice = gunzipSync(readFileSync(archiveOf({ path: 'nutgraf' }))).subarray(0, 1024);
  writeFileSync(file, gzipSync(Buffer.concat([twice, twice, Buffer.alloc(1024)])));
  await expect(unpack(file, emptyFolder())).rejects.toMatchObject(bad('nutgraf is in it twice'));
  await expect(
    unpack(archiveOf({ path: 'nutgraf', size: '77777777777' }), emptyFolder()),
  ).rejects.toMatchObject(bad('it holds too much'));
});
