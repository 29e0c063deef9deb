import { expect, test } from 'vitest';
import { librariesNotFound, missingLibraries } from './systemLibraries';

test('names what ldd did not find, and nothing else', () => {
  const ldd =
    '\tlinux-vdso.so.1 (0x00007ffd)\n\tlibgtk-3.so.0 => not found\n' +
    '\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f)\n\tlibnss3.so => not found\n';
  expect(librariesNotFound(ldd)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
});

test('the program that runs this lacks nothing', () => {
  expect(missingLibraries(process.execPath)).toEqual([]);
});
