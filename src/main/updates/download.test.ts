import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { download } from './download';
import { testKey, testManifest } from './testing/feedServer';
import { feedServer } from './testing/testFeed';
import { emptyFolder } from './testing/testPlace';

const bytes = Buffer.alloc(500_000, 'a word ');
const [about] = testManifest().files;
if (about === undefined) throw new Error('the manifest offers nothing');
const offered = { ...about, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };

async function from(listener: RequestListener, more: { readonly signal?: AbortSignal } = {}) {
  const { feed } = await feedServer(testKey(), listener);
  const to = join(emptyFolder(), 'package');
  const seen: number[] = [];
  const done = download({
    fetch,
    address: `${feed.address}package`,
    offered,
    to,
    signal: new AbortController().signal,
    onProgress: (received) => seen.push(received),
    ...more,
  });
  return { to, seen, done };
}

test('what was signed is downloaded, and its progress told', async () => {
  const { to, seen, done } = await from((_request, response) => void response.end(bytes));
  await done;
  expect(readFileSync(to)).toEqual(bytes);
  expect(seen.at(-1)).toBe(bytes.length);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});

test('one byte that is another is refused', async () => {
  const changed = Buffer.from(bytes);
  changed[250_000] = 0;
  const { done } = await from((_request, response) => void response.end(changed));
  await expect(done).rejects.toMatchObject({ code: 'update_wrong_hash' });
});

test('no more is written than was signed, however much is sent', async () => {
  const { to, done } = await from((_request, response) => {
    response.on('drain', () => response.write(bytes));
    response.write(bytes);
    response.write(bytes);
  });
  await expect(done).rejects.toMatchObject({ code: 'update_wrong_hash' });
  expect(readFileSync(to).length).toBeLessThanOrEqual(bytes.length);
});

test('a connection that breaks off, or ends too soon, is told as that', async () => {
  const torn = await from((_request, response) => {
    response.writeHead(200, { 'content-length': bytes.length });
    response.write(bytes.subarray(0, 200_000), () => response.destroy());
  });
  await expect(torn.done).rejects.toMatchObject({ code: 'update_torn' });
  const short = await from((_request, response) => void response.end(bytes.subarray(0, 200_000)));
  await expect(short.done).rejects.toMatchObject({
    code: 'update_torn',
    message: expect.stringContaining('after 1 MB of 1 MB') as string,
  });
});

test('a package that is not there is not reached', async () => {
  const { done } = await from((_request, response) => void response.writeHead(404).end());
  await expect(done).rejects.toMatchObject({ code: 'update_not_reached', detail: 'the server answered 404' });
});

test('a cancelled download ends at once, and as nothing else', async () => {
  const cancelled = new AbortController();
  const { done } = await from(
    (_request, response) => {
      response.write(bytes.subarray(0, 1000), () => cancelled.abort());
    },
    { signal: cancelled.signal },
  );
  await expect(done).rejects.toMatchObject({ name: 'AbortError' });
});
