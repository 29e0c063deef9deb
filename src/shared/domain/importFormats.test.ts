import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { builderConfiguration, officialModule } from '../../../packaging/builder';
import { formatOfName, importExtensions, importFormats } from './importFormats';

test.each([
  ['story.md', 'markdown'],
  ['Page.HTM', 'html'],
  ['archive.tar.txt', 'text'],
  ['story', null],
  ['md', null],
  ['story.md ', null],
  ['picture.png', null],
])('the name %s says the format %s', (name, format) => {
  expect(formatOfName(name)).toBe(format);
});

const packaging = path.resolve(import.meta.dirname, '../../../packaging');
const release = builderConfiguration({
  electron: { folder: null, version: '45.4.1' },
  output: '/made',
  nativeModule: officialModule,
  test: null,
  updates: null,
});

describe('what the app opens', () => {
  const types = Object.values(importFormats).flatMap((format) => format.types);
  const textOf = (name: string): string => readFileSync(path.join(packaging, name), 'utf8');

  test('is offered on macOS as an alternative, each ending once', () => {
    const known = [release.mac?.fileAssociations ?? []].flat();
    expect(known.flatMap(({ ext }) => ext)).toEqual(importExtensions);
    expect(new Set(known.map(({ role, rank }) => `${role} ${rank}`))).toEqual(new Set(['Editor Alternate']));
    expect(release.mac?.protocols).toMatchObject([{ schemes: ['nutgraf'] }]);
  });

  test('is offered on Windows beside what is the default, and nothing of it is left behind', () => {
    expect(release).not.toHaveProperty('fileAssociations');
    expect(release.win).not.toHaveProperty('fileAssociations');
    const script = textOf('windows/installer.nsh');
    const endings = [...script.matchAll(/insertmacro \$\{WHAT\} "(\w+)"/gu)].map(([, ending]) => ending);
    expect(endings).toEqual(importExtensions);
    // The default of a type is the unnamed value of its ending's key.
    expect(script).not.toMatch(/WriteRegStr \S+ "Software\\Classes\\\.[^"\\]*" ""/u);
    const [install = '', remove = ''] = script.split('!macro customUnInstall');
    const written = new Set(
      [...install.matchAll(/WriteReg\w+ SHELL_CONTEXT "([^"]+)"/gu)].map(([, key = '']) => key),
    );
    const gone = [...remove.matchAll(/DeleteRegKey SHELL_CONTEXT "([^"]+)"/gu)].map(([, key = '']) => key);
    const left = [...written].filter(
      (key) => !gone.some((whole) => key === whole || key.startsWith(`${whole}\\`)),
    );
    expect(left).toEqual([
      'Software\\Classes\\.${ENDING}\\OpenWithProgids',
      'Software\\RegisteredApplications',
    ]);
  });

  test('is in the desktop entry and the metadata on Linux, with the links', () => {
    const claimed = [...types, 'x-scheme-handler/nutgraf'];
    const entry = textOf('linux/nutgraf.desktop');
    expect(/^MimeType=(.*);$/mu.exec(entry)?.[1]?.split(';')).toEqual(claimed);
    expect(entry).toMatch(/^Exec=nutgraf %U$/mu);
    const metadata = textOf('linux/org.nutgraf.Nutgraf.metainfo.xml');
    expect([...metadata.matchAll(/<mediatype>(.*)<\/mediatype>/gu)].map(([, type]) => type)).toEqual(claimed);
  });
});
