import { type KeyObject, generateKeyPairSync, sign } from 'node:crypto';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { UpdateFeed } from '../feed';
import { type UpdateManifest, manifestName, signatureName } from '../manifest';

/** Who signs, and the public key as a build has it. */
export interface TestKey {
  readonly privateKey: KeyObject;
  readonly key: string;
}

export function testKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey, key: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') };
}

export const signatureOver = (bytes: Uint8Array, { privateKey }: TestKey): string =>
  sign(null, bytes, privateKey).toString('base64');

/** A manifest that is valid, with what a test is about. */
export const testManifest = (about: Partial<UpdateManifest> = {}): UpdateManifest => ({
  product: 'nutgraf',
  channel: 'stable',
  version: '0.2.0',
  serial: 2,
  released: '2026-11-20',
  expires: '2027-05-20',
  notes: 'Typing is faster.',
  files: [
    {
      kind: 'tar.gz',
      platform: 'linux',
      arch: 'x64',
      url: 'nutgraf-0.2.0-linux-x64.tar.gz',
      bytes: 3,
      sha256: 'a'.repeat(64),
    },
  ],
  ...about,
});

/** What a server has, by path. */
type Served = Map<string, Uint8Array>;

export interface FeedServer {
  readonly feed: UpdateFeed;
  readonly served: Served;
  /** Puts a manifest with its signature in the folder of its channel. */
  readonly offer: (manifest: UpdateManifest) => void;
  readonly close: () => void;
  /** The paths that were asked for, in their order. */
  readonly asked: readonly string[];
}

/** A server on this computer. A path that it does not have is given to `others`. */
export async function startFeedServer(
  signer: TestKey = testKey(),
  others: RequestListener = (_request, response) => void response.writeHead(404).end(),
): Promise<FeedServer> {
  const served: Served = new Map();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const bytes = served.get(path);
    if (bytes) response.end(bytes);
    else others(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const offer = (manifest: UpdateManifest): void => {
    const bytes = Buffer.from(JSON.stringify(manifest));
    served.set(`/${manifest.channel}/${manifestName}`, bytes);
    served.set(`/${manifest.channel}/${signatureName}`, Buffer.from(signatureOver(bytes, signer)));
  };
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { close, feed: { address: `http://127.0.0.1:${port}/`, key: signer.key }, served, offer, asked };
}
