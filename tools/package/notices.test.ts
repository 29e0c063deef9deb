import path from 'node:path';
import { expect, test } from 'vitest';
import { type BundledPackage, isAllowed, noticesOf, packagesBesideScripts } from '../../packaging/notices';
import { projectFolder } from '../project';

test.each([
  ['MIT', true],
  ['OFL-1.1', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT AND BSD-3-Clause', true],
  ['MIT AND GPL-3.0-only', false],
  ['AGPL-3.0-or-later', false],
  ['Apache-2.0 WITH LLVM-exception', false],
  ['UNLICENSED', false],
])('a package under %s may be bundled: %s', (license, expected) => {
  expect(isAllowed(license)).toBe(expected);
});

const bundled = (name: string, licenseText: string | null): BundledPackage => ({
  name,
  version: '1.2.3',
  license: 'MIT',
  licenseText,
});

test('the notices have the own licence first, then every package once, by name, with its text', () => {
  const text = noticesOf([bundled('b', 'Of b.'), bundled('a', 'Of a.\n'), bundled('b', 'Of b.')], 'Our own.');
  expect(text.match(/Our own\.|^[ab] 1\.2\.3|Of [ab]\./gmu)).toEqual([
    'Our own.',
    'a 1.2.3',
    'Of a.',
    'b 1.2.3',
    'Of b.',
  ]);
});

test('a package without the text of its licence is named, and there are no notices', () => {
  expect(() => noticesOf([bundled('a', null), bundled('b', ' \n'), bundled('c', 'Of c.')], '')).toThrow(
    /: a 1\.2\.3, b 1\.2\.3\.$/u,
  );
});

test('what no script imports is told of too: the fonts, the style sheets, the database', () => {
  const names = packagesBesideScripts(projectFolder).map((folder) =>
    path.relative(path.join(projectFolder, 'node_modules'), folder).replaceAll('\\', '/'),
  );
  expect(names).toEqual([
    'tailwindcss',
    '@fontsource-variable/inter',
    '@fontsource-variable/newsreader',
    'better-sqlite3',
    'node-addon-api',
  ]);
});
