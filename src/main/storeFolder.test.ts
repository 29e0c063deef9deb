import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { namedStore, storeFolder } from './storeFolder';

const machine = (platform: NodeJS.Platform, environment: Record<string, string> = {}) => ({
  platform,
  environment,
  home: '/home/editor',
  program: '/usr/lib/nutgraf/nutgraf',
  exists: () => false,
});

test('each system keeps the store where its apps keep their data', () => {
  expect(storeFolder(machine('linux'))).toBe('/home/editor/.local/share/nutgraf');
  expect(storeFolder(machine('linux', { XDG_DATA_HOME: '/data' }))).toBe('/data/nutgraf');
  expect(storeFolder(machine('darwin'))).toBe('/home/editor/Library/Application Support/nutgraf');
  expect(storeFolder(machine('win32', { APPDATA: '/roaming' }))).toBe('/roaming/nutgraf');
});

test.each([
  ['linux', '/media/stick/nutgraf-1.0/nutgraf', '/media/stick/nutgraf-1.0'],
  ['darwin', '/Volumes/stick/Nutgraf.app/Contents/MacOS/Nutgraf', '/Volumes/stick'],
] as const)('on %s a file “portable” beside %s keeps the articles there', (platform, program, folder) => {
  const exists = (file: string): boolean => file === `${folder}/portable`;
  expect(storeFolder({ ...machine(platform), program, exists })).toBe(`${folder}/articles`);
});

test('versions beside each other have one “portable”, and one folder of articles, beside what people start', () => {
  const files = new Set(['/media/stick/nutgraf/current', '/media/stick/nutgraf/portable']);
  const exists = (file: string): boolean => files.has(file);
  const program = '/media/stick/nutgraf/app-1.0.0/nutgraf';
  expect(storeFolder({ ...machine('linux'), program, exists })).toBe('/media/stick/nutgraf/articles');
  files.delete('/media/stick/nutgraf/current');
  expect(storeFolder({ ...machine('linux'), program, exists })).toBe('/home/editor/.local/share/nutgraf');
});

test('a relative XDG_DATA_HOME is ignored, as its specification says', () => {
  expect(storeFolder(machine('linux', { XDG_DATA_HOME: 'data' }))).toBe('/home/editor/.local/share/nutgraf');
});

test('--store names another folder in either form', () => {
  expect(namedStore(['electron', '.', '--store=/tmp/a b'])).toBe('/tmp/a b');
  expect(namedStore(['electron', '.', '--store', 'desk'])).toBe(resolve('desk'));
  expect(namedStore(['electron', '.'])).toBeNull();
  expect(namedStore(['electron', '.', '--store='])).toBeNull();
});
