import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProgram } from '../testing/program';
import { testFolder } from '../testing/testStore';

/** A user namespace lets anybody mount a small disk of their own, which goes away with the process. */
const onDisk = (folder: string, size: string): readonly string[] => [
  'unshare',
  '-Urm',
  'sh',
  '-c',
  `mount -t tmpfs -o size=${size} tmpfs "$0" && exec "$@"`,
  folder,
];

test('a full disk loses nothing: the reserve carries small saves on, then a clear refusal, then all goes on', async () => {
  const disk = join(testFolder(), 'disk');
  mkdirSync(disk);
  const { code, lines, errors } = await startProgram('fullDisk', [disk], onDisk(disk, '24m')).finished;
  expect([code, errors]).toEqual([0, '']);
  const { onReserve, whileFull, freed } = JSON.parse(lines[0] ?? '{}') as Record<
    string,
    Record<string, unknown>
  >;
  expect(onReserve).toEqual({ saved: expect.any(Number) as number, code: 'disk_full' });
  expect(onReserve?.['saved']).toBeGreaterThanOrEqual(10);
  expect(whileFull).toMatchObject({ reserve: false, asset: 'disk_full', create: 'disk_full' });
  expect(whileFull?.['article']).toBe(whileFull?.['expected']);
  expect(freed).toEqual({ reserve: true, save: 'done', article: 'after', integrity: 'ok' });
});
