import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileBytes, isWindowsDevice, readWhole } from './fileBytes';

/** A file that returns at most `most` bytes per read, as a network disk may. */
function slowFile(content: string, most: number) {
  const bytes = Buffer.from(content);
  return (into: Uint8Array, offset: number, length: number, position: number): number => {
    const part = bytes.subarray(position, position + Math.min(most, length));
    into.set(part, offset);
    return part.length;
  };
}

test('a file that comes in small pieces is read to its end', () => {
  const text = 'The whole story, to its last word.';
  expect(Buffer.from(readWhole(slowFile(text, 7), text.length)).toString()).toBe(text);
});

test('a file that ends before its size is refused, and never taken for the whole', () => {
  expect(() => readWhole(slowFile('Half of', 7), 20)).toThrow(
    expect.objectContaining({ code: 'unreadable_file' }),
  );
});

type Close = () => void;

type Other = readonly [what: string, kind: string, make: (path: string) => Close | void];

/** What can be in a file’s place on systems other than Windows; `make` returns its clean-up. */
const nodes: readonly Other[] = [
  ['a named pipe', 'a named pipe', (path) => makePipe(path)],
  [
    'a link to a named pipe',
    'a named pipe',
    (path) => {
      makePipe(`${path}.pipe`);
      symlinkSync(`${path}.pipe`, path);
    },
  ],
  [
    'a socket',
    'a socket',
    (path) => {
      const server = createServer().listen(path);
      return () => server.close();
    },
  ],
  ['a link to a device', 'a device', (path) => symlinkSync('/dev/zero', path)],
];

const others: readonly Other[] = [
  ['a folder', 'a folder', (path) => mkdirSync(path)],
  ...(process.platform === 'win32' ? [] : nodes),
];

const makePipe = (path: string): void => void execFileSync('mkfifo', [path]);

function inPlaceOfFile(make: (path: string) => Close | void, check: (path: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-bytes-'));
  const path = join(folder, 'page.txt');
  const close = make(path);
  try {
    check(path);
  } finally {
    close?.();
    rmSync(folder, { recursive: true, force: true });
  }
}

// Opening a pipe that nobody writes to would never end.
test.each(others)('%s is refused by name, and never opened', (_what, kind, make) => {
  inPlaceOfFile(make, (path) => {
    const message = expect.stringContaining(`${kind}, not a file`) as unknown;
    expect(() => fileBytes(path)).toThrow(expect.objectContaining({ code: 'not_a_file', message }));
    // The same if it took the place of a file after that was checked.
    const code = kind === 'a socket' ? 'unreadable_file' : 'not_a_file';
    expect(() => fileBytes(path, () => statSync(import.meta.filename))).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

test.each([
  ['\\\\.\\pipe\\wires', true],
  ['\\\\?\\pipe\\wires', true],
  ['\\\\?\\GLOBALROOT\\Device\\x', true],
  ['\\\\localhost\\pipe\\wires', true],
  ['\\\\?\\UNC\\files.example\\pipe\\wires', true],
  ['//./pipe/wires', true],
  ['\\\\files.example\\stories\\pipe\\page.html', false],
  ['\\\\?\\C:\\pipe\\page.html', false],
  ['C:\\pipe\\page.html', false],
])('on Windows, that %s is a device or a pipe: %s', (path, isOne) => {
  expect(isWindowsDevice(path)).toBe(isOne);
});
