import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseCommandLine } from './arguments';
import { UsageError } from './usage';

describe('a command line', () => {
  test('names the store before or after its command', () => {
    const request = { command: 'show', id: 'x' };
    expect(parseCommandLine(['--store', 'here', 'show', 'x'])).toEqual({ store: resolve('here'), request });
    expect(parseCommandLine(['show', 'x', '--store=here'])).toEqual({ store: resolve('here'), request });
    expect(parseCommandLine(['show', 'x'])).toEqual({ store: undefined, request });
  });

  test('takes several files', () => {
    expect(parseCommandLine(['import', 'a.txt', 'b c.html']).request).toEqual({
      command: 'import',
      files: ['a.txt', 'b c.html'],
    });
  });

  test('takes a text that starts with a dash when it is joined to its option', () => {
    expect(parseCommandLine(['set', 'x', '--append-paragraph=- no']).request).toMatchObject({
      change: { paragraph: '- no' },
    });
  });

  test('repeats --id', () => {
    const { request } = parseCommandLine([
      'export',
      '--format',
      'json',
      '--out',
      'o',
      '--id',
      'a',
      '--id',
      'b',
    ]);
    expect(request).toMatchObject({ selection: { kind: 'articles', ids: ['a', 'b'] } });
  });

  test.each([
    [[]],
    [['destroy']],
    [['constructor']],
    [['import']],
    [['list', 'more']],
    [['show']],
    [['show', 'x', 'y']],
    [['set', 'x']],
    [['set', 'x', '--colour', 'red']],
    [['export', '--out', 'o', '--all']],
    [['export', '--format', 'docx', '--out', 'o', '--all']],
    [['export', '--format', 'json', '--out', 'o']],
    [['export', '--format', 'json', '--out', 'o', '--all', '--section', 'City']],
    [['push', 'x', '--kind', 'wordpress', '--url', 'u']],
    [['push', 'x', '--kind', 'wordpress', '--url', 'u', '--user', 'n', '--override', ' ']],
    [['push', 'x', '--kind', 'other', '--url', 'u', '--user', 'n']],
    [['--store']],
  ])('%j is wrong use', (words) => {
    expect(() => parseCommandLine(words)).toThrow(UsageError);
  });
});
