import { Readable } from 'node:stream';
import { type IncomingMessage, net, type Session, session } from 'electron';
import { isSafeSource } from '../updates/feed';

/**
 * Reaches the feed of updates the way the system does, and streams what it sends: a package is larger than what should
 * stand in memory. A separate session keeps nothing. A redirect, as a store of files makes it, is followed only to where
 * updates may come from; what it brings is trusted by its signature and hash alone.
 */
export function updateFetch(): typeof fetch {
  const own = session.fromPartition('updates', { cache: false });
  return async (asked, init = {}) => exchange(own, new Request(asked, init));
}

function exchange(own: Session, asked: Request): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { signal } = asked;
    const request = net.request({
      session: own,
      url: asked.url,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    const end = (reason: unknown): void => {
      request.abort();
      reject(reason instanceof Error ? reason : new DOMException('ended', 'AbortError'));
    };
    if (signal.aborted) return end(signal.reason);
    signal.addEventListener('abort', () => end(signal.reason), { once: true });
    asked.headers.forEach((value, name) => request.setHeader(name, value));
    request.on('login', (_proxy, answer) => answer());
    request.on('redirect', (_status, _method, location) => {
      if (isSafeSource(location)) request.followRedirect();
      else end(new Error(`the server leads to ${new URL(location).origin}`));
    });
    request.on('error', reject);
    request.on('response', (message) => {
      try {
        resolve(answerOf(message));
      } catch (thrown) {
        end(thrown);
      }
    });
    request.end();
  });
}

function answerOf(message: IncomingMessage): Response {
  if (!(message instanceof Readable)) throw new TypeError('the answer cannot be read step by step');
  return new Response(Readable.toWeb(message), { status: message.statusCode });
}
