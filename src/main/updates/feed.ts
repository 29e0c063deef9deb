import type { KeyObject } from 'node:crypto';
import { NutgrafError } from '#shared/domain/failure';
import type { UpdateChannel } from '#shared/domain/updateChannel';
import { z } from 'zod';
import { type UpdateManifest, manifestName, publicKeyOf, readManifest, signatureName } from './manifest';
import { refusals } from './refusals';

/** The most that a manifest and a signature may have, bytes. */
const MOST = { manifest: 256 * 1024, signature: 1024 } as const;
/** ms that a server may take for both. */
const PATIENCE = 30_000;

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Whether updates may come from there: https, or this computer itself. */
export function isSafeSource(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  const isPrivate = protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
  return isPrivate && username === '' && password === '';
}

/** Whether it is also an address that the channels' folders can stand below. */
export function isSafeFeed(address: string): boolean {
  if (!isSafeSource(address)) return false;
  const { pathname, search, hash } = new URL(address);
  return pathname.endsWith('/') && search === '' && hash === '';
}

/** Where a build looks for updates, and with whose key they are signed; written into its package.json. */
const updateFeed = z.strictObject({
  /** Ends with a slash; each channel is a folder below it. */
  address: z.string().refine(isSafeFeed),
  /** As {@link publicKeyOf} reads it. */
  key: z.string(),
});
export type UpdateFeed = z.infer<typeof updateFeed>;

interface Build {
  readonly isPackaged: boolean;
  /** The text of the app's package.json. */
  readonly packageFile: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The feed that was written into a package; from sources, the one of the environment, so that notices can be tried.
 * Null for a build that does not look for updates.
 */
export function builtFeed({ isPackaged, packageFile, env }: Build): UpdateFeed | null {
  const written = z.object({ updates: z.unknown().optional() }).parse(JSON.parse(packageFile)).updates;
  const given = { address: env['NUTGRAF_UPDATE_FEED'], key: env['NUTGRAF_UPDATE_KEY'] };
  return updateFeed.safeParse(isPackaged ? written : given).data ?? null;
}

/** The address of a channel's folder. */
const folderOf = ({ address }: UpdateFeed, channel: UpdateChannel): URL => new URL(`${channel}/`, address);

/** The address of a file that a channel's manifest offers. */
export const fileAddress = (feed: UpdateFeed, { channel }: UpdateManifest, url: string): string =>
  new URL(url, folderOf(feed, channel)).href;

interface Reading {
  readonly fetch: typeof fetch;
  readonly feed: UpdateFeed;
}

/**
 * What a channel offers now, signed by the feed's key; null where nothing stands in that channel.
 *
 * @throws NutgrafError `update_not_reached`, `update_wrong_signature`, `update_unreadable`
 */
export async function readFeed(reading: Reading, channel: UpdateChannel): Promise<UpdateManifest | null> {
  try {
    return await readOnce(reading, channel);
  } catch (thrown) {
    if (!(thrown instanceof NutgrafError) || thrown.code !== 'update_wrong_signature') throw thrown;
    // A new manifest may have been put there after the first of the two files was read.
    return readOnce(reading, channel);
  }
}

async function readOnce({ fetch, feed }: Reading, channel: UpdateChannel): Promise<UpdateManifest | null> {
  const key: KeyObject = publicKeyOf(feed.key);
  const signal = AbortSignal.timeout(PATIENCE);
  const get = async (name: string, most: number): Promise<Uint8Array | null> => {
    try {
      const answer = await fetch(new URL(name, folderOf(feed, channel)).href, { signal });
      if (answer.status === 404) return await nothing(answer);
      if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
      return await atMost(answer, most);
    } catch (thrown) {
      throw refusals.notReached(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
  const bytes = await get(manifestName, MOST.manifest);
  if (bytes === null) return null;
  const signature = await get(signatureName, MOST.signature);
  if (signature === null) throw refusals.wrongSignature();
  const manifest = readManifest(bytes, Buffer.from(signature).toString('latin1'), key);
  if (manifest.channel !== channel) throw refusals.unreadable(`it is of the channel ${manifest.channel}`);
  return manifest;
}

async function nothing({ body }: Response): Promise<null> {
  await body?.cancel();
  return null;
}

async function atMost({ body }: Response, most: number): Promise<Uint8Array> {
  if (body === null) return Buffer.alloc(0);
  const stream: ReadableStream<Uint8Array> = body;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > most) throw new Error(`the server sent more than ${most} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
