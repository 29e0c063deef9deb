import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { OfferedFile } from './manifest';
import { refusals } from './refusals';

/** ms without a byte after which a download has broken off. */
const PATIENCE = 60_000;

interface Downloading {
  readonly fetch: typeof fetch;
  readonly address: string;
  readonly offered: OfferedFile;
  /** The file that is written; it must not exist. */
  readonly to: string;
  readonly signal: AbortSignal;
  /** Hears how many bytes have arrived. */
  readonly onProgress: (received: number) => void;
}

/**
 * Downloads a package and compares it with what the manifest signed: never more than its bytes are written.
 *
 * @throws NutgrafError `update_not_reached`, `update_torn`, `update_wrong_hash`; an AbortError for a cancelled one, and
 *   what the disk says
 */
export async function download(downloading: Downloading): Promise<void> {
  const { offered, to } = downloading;
  const handle = await open(to, 'wx');
  try {
    const sum = await receive(downloading, handle);
    if (sum !== offered.sha256) throw refusals.wrongHash();
  } finally {
    await handle.close();
  }
}

/** A wait for the next bytes that ends, and that a person ends. */
function patience(signal: AbortSignal) {
  const idle = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  return {
    signal: AbortSignal.any([signal, idle.signal]),
    again: () => {
      clearTimeout(timer);
      timer = setTimeout(() => idle.abort(new Error('no bytes arrived for a minute')), PATIENCE);
    },
    end: () => clearTimeout(timer),
  };
}

/** Returns the hash of what arrived. */
async function receive(downloading: Downloading, handle: FileHandle): Promise<string> {
  const { offered, onProgress } = downloading;
  const wait = patience(downloading.signal);
  const hash = createHash('sha256');
  let received = 0;
  try {
    wait.again();
    for await (const chunk of await bodyOf(downloading, wait.signal)) {
      received += chunk.length;
      if (received > offered.bytes) throw refusals.wrongHash();
      hash.update(chunk);
      await written(handle, chunk);
      onProgress(received);
      wait.again();
    }
  } catch (thrown) {
    downloading.signal.throwIfAborted();
    if (thrown instanceof Broken) throw refusals.torn(received, offered.bytes);
    throw thrown;
  } finally {
    wait.end();
  }
  if (received < offered.bytes) throw refusals.torn(received, offered.bytes);
  return hash.digest('hex');
}

/** The network gave up in the middle. */
class Broken extends Error {}

async function bodyOf(
  { fetch, address }: Downloading,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  // What a server packs once more is not what was signed.
  const headers = { 'accept-encoding': 'identity' };
  const answer = await fetch(address, { signal, headers }).catch((thrown: unknown) => {
    signal.throwIfAborted();
    throw refusals.notReached(thrown instanceof Error ? thrown.message : String(thrown));
  });
  if (!answer.ok || answer.body === null) {
    await answer.body?.cancel();
    throw refusals.notReached(`the server answered ${answer.status}`);
  }
  return chunksOf(answer.body);
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((thrown: unknown) => {
        throw new Broken('the download broke off', { cause: thrown });
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function written(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length;) at += (await handle.write(chunk, at)).bytesWritten;
}
