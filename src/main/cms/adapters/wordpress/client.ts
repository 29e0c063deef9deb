import { z } from 'zod';
import type { Connection, SiteAccess } from '../../adapter';
import { networkFailure } from '../../networkFailure';
import { SiteFailure, type SiteFailureFacts } from '../../siteFailure';
import { failureOf, portal, readAnswer, isPortal, leadsToPortal } from './answers';
import type { Answer } from './answers';
import { say } from '#shared/language/say';

export type Query = Readonly<Record<string, string | number | readonly (string | number)[]>>;

/** WordPress's REST API at one site, signed in with an application password. */
export interface WordPressClient {
  readonly get: <T extends z.ZodType>(schema: T, route: string, query?: Query) => Promise<z.output<T>>;
  /** One page of a list, and how many there are in all, if the site says. */
  readonly page: <T>(
    item: z.ZodType<T>,
    route: string,
    query: Query,
  ) => Promise<{ readonly items: readonly T[]; readonly total: number | null }>;
  readonly post: <T extends z.ZodType>(
    schema: T,
    route: string,
    body: unknown,
    query?: Query,
  ) => Promise<z.output<T>>;
  readonly upload: <T extends z.ZodType>(schema: T, route: string, form: FormData) => Promise<z.output<T>>;
}

/** The most ms that a request may take. */
const REQUEST_TIMEOUT = 30_000;
/** An image may be large and the connection slow. */
export const UPLOAD_TIMEOUT = 300_000;
const MOST_REDIRECTS = 3;

interface Sending {
  readonly method: 'HEAD' | 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly timeout?: number;
}

export function createWordPressClient(access: SiteAccess, connection: Connection): WordPressClient {
  const { user = '', password = '' } = access.credentials;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  let root: Promise<string> | null = null;

  const findRoot = (): Promise<string> => {
    root ??= discoverRoot(access.url, connection).catch((error: unknown) => {
      root = null;
      throw error;
    });
    return root;
  };
  const ask = async (route: string, query: Query, sending: Sending): Promise<Answer> => {
    const url = routeUrl(await findRoot(), route, query);
    const headers = { accept: 'application/json', authorization, ...sending.headers };
    return send(url, { ...sending, headers }, connection);
  };
  const call = async <T extends z.ZodType>(schema: T, route: string, query: Query, sending: Sending) =>
    readAnswer(schema, await ask(route, query, sending), connection.now());
  return {
    get: async (schema, route, query = {}) => call(schema, route, query, { method: 'GET' }),
    page: async (item, route, query) => {
      const answer = await ask(route, query, { method: 'GET' });
      return { items: readAnswer(z.array(item), answer, connection.now()), total: totalOf(answer) };
    },
    post: async (schema, route, body, query = {}) => {
      const headers = { 'content-type': 'application/json' };
      return call(schema, route, query, { method: 'POST', headers, body: JSON.stringify(body) });
    },
    upload: async (schema, route, form) =>
      call(schema, route, {}, { method: 'POST', timeout: UPLOAD_TIMEOUT, ...(await multipart(form)) }),
  };
}

/** The form as bytes: not every fetch accepts a form. */
async function multipart(form: FormData) {
  const encoded = new Response(form);
  const headers = { 'content-type': encoded.headers.get('content-type') ?? 'multipart/form-data' };
  return { headers, body: new Uint8Array(await encoded.arrayBuffer()) };
}

/**
 * Where the site's REST API begins: as its `Link` header says, or else the query that always works. `/wp-json/` is
 * never guessed: with plain permalinks it answers 200 with the home page.
 */
async function discoverRoot(site: string, connection: Connection): Promise<string> {
  const answer = await send(new URL(`${site}/`), { method: 'HEAD' }, connection);
  if (isPortal(answer) || answer.status === 429 || answer.status >= 500)
    throw failureOf(answer, connection.now());
  const link = /<([^>]+)>;\s*rel="https:\/\/api\.w\.org\/"/u.exec(answer.headers.get('link') ?? '')?.[1];
  const root = new URL(link ?? '?rest_route=/', `${site}/`);
  if (root.origin !== new URL(site).origin) throw otherOrigin(root, answer);
  return root.href;
}

function totalOf({ headers }: Answer): number | null {
  const total = headers.get('x-wp-total');
  return total !== null && /^\d+$/u.test(total) ? Number(total) : null;
}

/** A route's address under either kind of root: a path (`/wp-json/`) or a query (`?rest_route=/`). */
function routeUrl(root: string, route: string, query: Query): URL {
  const base = new URL(root);
  const prefix = base.searchParams.get('rest_route');
  const url = prefix === null ? new URL(route, base) : base;
  if (prefix !== null) url.searchParams.set('rest_route', `${prefix.replace(/\/$/u, '')}/${route}`);
  for (const [name, value] of Object.entries(query)) {
    url.searchParams.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  return url;
}

/** Follows redirects of a read within the site; a credential never goes to another origin. */
async function send(url: URL, sending: Sending, connection: Connection, redirects = 0): Promise<Answer> {
  const answer = await exchange(url, sending, connection);
  if (answer.status < 300 || answer.status > 399) return answer;
  const target = new URL(answer.headers.get('location') ?? '', url);
  if (leadsToPortal(target, url)) throw portal(answer);
  if (target.origin !== url.origin) throw otherOrigin(target, answer);
  if (sending.method !== 'POST' && redirects < MOST_REDIRECTS) {
    return send(target, sending, connection, redirects + 1);
  }
  throw moved(
    say('The site redirects to {address}. Enter that address instead.', { address: target.href }),
    answer,
  );
}

const otherOrigin = (target: URL, answer: Answer): SiteFailure =>
  moved(
    say(
      'The site redirects to {address}. The password was not sent there. If that is the right address, enter it instead.',
      { address: target.origin },
    ),
    answer,
  );

const moved = (message: string, { method, status }: Answer): SiteFailure =>
  new SiteFailure('cms_moved', message, { status, maybeDone: method === 'POST' });

async function exchange(url: URL, sending: Sending, connection: Connection): Promise<Answer> {
  const { method, headers = {}, body, timeout = REQUEST_TIMEOUT } = sending;
  connection.beforeRequest?.(timeout);
  const signals = [AbortSignal.timeout(timeout), ...(connection.signal ? [connection.signal] : [])];
  const request = { method, headers, redirect: 'manual', signal: AbortSignal.any(signals) } as const;
  try {
    const response = await connection.fetch(url, body === undefined ? request : { ...request, body });
    const { status, headers: answered } = response;
    return { method, status, headers: answered, text: await textOf(response, method) };
  } catch (error) {
    if (error instanceof SiteFailure) throw error;
    throw networkFailure(url, method === 'POST', error);
  }
}

/** The maximum size of an answer in bytes: a hundred long posts. */
const MOST_BYTES = 32 * 1024 * 1024;

/** An answer's text, read no further than its limit. */
async function textOf({ body, status }: Response, method: string): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  const chunks: AsyncIterable<Uint8Array> | readonly Uint8Array[] = body ?? [];
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw answerTooLarge({ maybeDone: method === 'POST', status });
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

const answerTooLarge = (facts: SiteFailureFacts): SiteFailure =>
  new SiteFailure(
    'cms_too_large',
    say(
      'The site’s answer is larger than {size, number} MB, so it was not read to the end. Your text is safe here. Ask whoever runs the site what its REST API adds to its answers.',
      { size: MOST_BYTES / 1024 / 1024 },
    ),
    facts,
  );
