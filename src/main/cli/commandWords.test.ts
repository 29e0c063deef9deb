import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStart, wordsToRestart } from './commandWords';

const folder = join('/', 'home', 'editor');
const isFile = (path: string): boolean => path === join(folder, 'notes') || path === join(folder, 'list');

const packaged = (...words: readonly string[]) =>
  readStart({
    argv: ['/usr/bin/nutgraf', ...words],
    isPackaged: true,
    appPath: '/usr/lib/nutgraf/resources/app.asar',
    folder,
    isFile,
  });

const fromSources = (...words: readonly string[]) =>
  readStart({
    argv: ['/electron', ...words],
    isPackaged: false,
    appPath: '/home/editor/nutgraf',
    folder,
    isFile,
  });

const windows = (...opens: readonly string[]) => ({ kind: 'windows', opens });
const command = (...words: readonly string[]) => ({ kind: 'command', words });

test.each([
  [[]],
  [['--store', '/desk']],
  [['--store=/desk', '--ozone-platform=x11']],
  [['--remote-debugging-port=0']],
])('%j opens windows', (words) => {
  expect(packaged(...words)).toEqual(windows());
});

test.each([
  [['list'], ['list']],
  [
    ['--store', '/desk', 'show', 'x'],
    ['--store', '/desk', 'show', 'x'],
  ],
  [
    ['import', 'a.md', '--store=/desk'],
    ['import', 'a.md', '--store=/desk'],
  ],
  [
    ['--no-sandbox', '--store=/desk', 'list'],
    ['--store=/desk', 'list'],
  ],
  [['exprot'], ['exprot']],
  [
    ['exprot', 'a.md'],
    ['exprot', 'a.md'],
  ],
  [['--help'], ['--help']],
  [['--version'], ['--version']],
])('%j is a command', (words, expected) => {
  expect(packaged(...words)).toEqual(command(...expected));
});

test.each([
  ['a name that ends as a file does, there or not', ['story.md'], [join(folder, 'story.md')]],
  ['a file that is there, whatever its name', ['notes'], [join(folder, 'notes')]],
  ['several, and what is missing among them', ['../a.HTM', 'gone'], ['/home/a.HTM', '/home/editor/gone']],
  ['beside a named store', ['--store', '/desk', 'story.txt'], [join(folder, 'story.txt')]],
  ['addresses, as they are', ['nutgraf://open/x', 'file:///a.md'], ['nutgraf://open/x', 'file:///a.md']],
])('a start opens %s', (_what, words, opens) => {
  expect(packaged(...words)).toEqual(windows(...opens));
});

test('a command is one though a file has its name; the file is named by a path', () => {
  expect(packaged('list')).toEqual(command('list'));
  expect(packaged('./list')).toEqual(windows(join(folder, 'list')));
});

test.each([
  [['story.md', 'nutgraf://open/x', 'file:///a.md'], []],
  [
    ['--ozone-platform=x11', '--store', '/desk', 'story.md', 'notes'],
    ['--ozone-platform=x11', '--store', '/desk'],
  ],
  [
    ['--store=/desk', '--sample-desk', '../a.HTM'],
    ['--store=/desk', '--sample-desk'],
  ],
])('an app started with %j starts again with %j: nothing is opened twice', (words, expected) => {
  expect(wordsToRestart(['/usr/bin/nutgraf', ...words])).toEqual(expected);
});

test('from sources, what comes before the folder of the app is for Electron', () => {
  const app = '/home/editor/nutgraf';
  const started = ['-r', '/loader.js', '--no-sandbox', app];
  expect(fromSources(...started, '--store=/desk')).toEqual(windows());
  expect(fromSources(...started, 'list')).toEqual(command('list'));
  expect(fromSources(...started, 'story.md')).toEqual(windows(join(folder, 'story.md')));
  expect(fromSources('--no-sandbox')).toEqual(windows());
});
