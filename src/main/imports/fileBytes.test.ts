import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ReadableFile, fileBytes, readWhole } from './fileBytes';

/** A file that gives at most `most` bytes a read, as a network disk may. */
function slowFile(content: string, most: number): ReadableFile {
  const bytes = Buffer.from(content);
  const read = (buffer: Uint8Array, offset: number, length: number, position: number) => {
    const part = bytes.subarray(position, position + Math.min(most, length));
    buffer.set(part, offset);
    return Promise.resolve({ bytesRead: part.length, buffer });
  };
  return { read: read as ReadableFile['read'] };
}

test('a file that comes in small pieces is read to its end', async () => {
  const text = 'The whole story, to its last word.';
  expect(Buffer.from(await readWhole(slowFile(text, 7), text.length)).toString()).toBe(text);
});

test('a file that ends before its size is refused, and never taken for the whole', async () => {
  await expect(readWhole(slowFile('Half of', 7), 20)).rejects.toMatchObject({ code: 'unreadable_file' });
});

type Close = () => void;

type Other = readonly [what: string, kind: string, make: (path: string) => Close | void];

/** What a system other than Windows may have in a file’s place besides; `make` answers with what ends it. */
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

async function inPlaceOfFile(
  make: (path: string) => Close | void,
  check: (path: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-bytes-'));
  const path = join(folder, 'page.txt');
  const close = make(path);
  try {
    await check(path);
  } finally {
    close?.();
    rmSync(folder, { recursive: true, force: true });
  }
}

// To open a pipe to which nobody writes would never end.
test.each(others)('%s is refused by name, and never opened', async (_what, kind, make) => {
  await inPlaceOfFile(make, async (path) => {
    const refusal = {
      code: 'not_a_file',
      message: expect.stringContaining(`${kind}, not a file`) as unknown,
    };
    await expect(fileBytes(path)).rejects.toMatchObject(refusal);
    // The same, had it taken the place of a file after that was looked at.
    await expect(fileBytes(path, () => stat(import.meta.filename))).rejects.toMatchObject({
      code: kind === 'a socket' ? 'unreadable_file' : 'not_a_file',
    });
  });
});
