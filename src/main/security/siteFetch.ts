import { net, type Session, session } from 'electron';

/**
 * Reaches sites the way the system does: through its proxy, with the certificates it trusts. A separate session keeps
 * nothing: no cookies, no cache, no pages. A redirect is returned unfollowed, which `net.fetch` does not do.
 *
 * Chromium repeats a request when a reused connection breaks, even one that may have been carried out: so every
 * request gets a new connection.
 */
export function siteFetch(): typeof fetch {
  const own = session.fromPartition('sites', { cache: false });
  return async (asked, init = {}) => {
    const request = new Request(asked, init);
    const body = request.body === null ? null : Buffer.from(await request.arrayBuffer());
    return exchange(own, request, body);
  };
}

function exchange(own: Session, asked: Request, body: Buffer | null): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { signal } = asked;
    const request = net.request({
      session: own,
      url: asked.url,
      method: asked.method,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    const end = (): void => {
      request.abort();
      reject(signal.reason instanceof Error ? signal.reason : new DOMException('ended', 'AbortError'));
    };
    if (signal.aborted) return end();
    signal.addEventListener('abort', end, { once: true });
    asked.headers.forEach((value, name) => request.setHeader(name, value));
    request.setHeader('connection', 'close');
    request.on('login', (_proxy, answer) => answer());
    request.on('redirect', (status, _method, location) => {
      resolve(new Response(null, { status, headers: { location } }));
      request.abort();
    });
    request.on('error', (error) => reject(withCode(error)));
    request.on('response', (message) => void read(message).then(resolve, reject));
    request.end(body ?? undefined);
  });
}

/** Statuses that may have no body (Fetch, "null body status"). */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

async function read(message: Electron.IncomingMessage): Promise<Response> {
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk) => chunks.push(chunk));
    message.on('end', () => resolve(Buffer.concat(chunks)));
    message.on('aborted', () => reject(withCode(new Error('net::ERR_CONNECTION_CLOSED'))));
    message.on('error', (error: Error) => reject(withCode(error)));
  });
  const { statusCode: status, headers } = message;
  const body = bodiless.has(status) ? null : new Uint8Array(bytes);
  return new Response(body, { status, headers: headersOf(headers) });
}

function headersOf(from: Readonly<Record<string, string | string[]>>): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(from)) {
    for (const value of [values].flat()) headers.append(name, value);
  }
  return headers;
}

/** Chromium gives its code only in the message. */
function withCode(error: Error): Error {
  const code = /net::(ERR_\w+)/u.exec(error.message)?.[1];
  return code === undefined ? error : Object.assign(new Error(error.message), { code });
}
