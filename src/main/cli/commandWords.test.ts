import { expect, test } from 'vitest';
import { commandWords } from './commandWords';

const packaged = (...words: readonly string[]) =>
  commandWords({
    argv: ['/usr/bin/nutgraf', ...words],
    isPackaged: true,
    appPath: '/usr/lib/nutgraf/resources/app.asar',
  });

const fromSources = (...words: readonly string[]) =>
  commandWords({ argv: ['/electron', ...words], isPackaged: false, appPath: '/home/editor/nutgraf' });

test.each([
  [[]],
  [['--store', '/desk']],
  [['--store=/desk', '--ozone-platform=x11']],
  [['--remote-debugging-port=0']],
])('%j opens windows', (words) => {
  expect(packaged(...words)).toBeNull();
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
  [['--help'], ['--help']],
  [['--version'], ['--version']],
])('%j is a command', (words, expected) => {
  expect(packaged(...words)).toEqual(expected);
});

test('from sources, what comes before the folder of the app is for Electron', () => {
  const app = '/home/editor/nutgraf';
  expect(fromSources('-r', '/loader.js', '--no-sandbox', app, '--store=/desk')).toBeNull();
  expect(fromSources('--no-sandbox', app, 'list')).toEqual(['list']);
  expect(fromSources('--no-sandbox')).toBeNull();
});
