import type { RequestListener } from 'node:http';
import { onTestFinished } from 'vitest';
import { type FeedServer, startFeedServer, type TestKey } from './feedServer';

/** A {@link startFeedServer} until the test ends. */
export async function feedServer(signer?: TestKey, others?: RequestListener): Promise<FeedServer> {
  const server = await startFeedServer(signer, others);
  onTestFinished(server.close);
  return server;
}
