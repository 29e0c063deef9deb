import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentType, wanted } from './appFiles';

const FOLDER = '/program/renderer';
const hash = 'ab'.repeat(32);

test('a page, its parts and an image of the store have addresses', () => {
  expect(wanted('app://nutgraf/index.html', FOLDER)).toEqual({
    kind: 'file',
    path: join(FOLDER, 'index.html'),
  });
  expect(wanted('app://nutgraf/assets/a%20b.js?x#y', FOLDER)).toEqual({
    kind: 'file',
    path: join(FOLDER, 'assets', 'a b.js'),
  });
  expect(wanted(`app://nutgraf/asset/${hash}`, FOLDER)).toEqual({ kind: 'asset', hash });
});

test.each([
  'app://nutgraf/',
  'app://other/index.html',
  'https://nutgraf/index.html',
  'app://nutgraf/%2e%2e%2fsecret',
  'app://nutgraf/..%2f..%2fetc/passwd',
  'app://nutgraf/a/..%5c..%5csecret',
  'app://nutgraf/index.html%00.png',
  'app://nutgraf/%ff',
  'no address',
])('%s names nothing', (address) => {
  expect(wanted(address, FOLDER)).toEqual({ kind: 'nothing' });
});

test('no address whatsoever names a file outside of the folder', () => {
  const piece = fc.constantFrom('..', '.', '%2e%2e', '/', '%2f', '\\', '%5c', 'a', '%00', '~', 'C:');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const found = wanted(`app://nutgraf/${pieces.join('')}`, FOLDER);
      expect(found.kind !== 'file' || found.path.startsWith(`${FOLDER}/`)).toBe(true);
    }),
  );
});

test('only the kinds of file that the interface is made of are served', () => {
  expect(contentType('/x/index.HTML')).toBe('text/html; charset=utf-8');
  expect(contentType('/x/nutgraf.db')).toBeNull();
});
