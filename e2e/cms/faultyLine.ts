import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

/** What the sender gets in place of the site's answer. */
export type Fault =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** The line breaks: before any of the answer, or half-way through it. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'during' };

/** What the site has done of the request by then: nothing at all, all of it, or nothing yet. */
export type Committed = 'never' | 'already' | 'late';

interface Trouble {
  readonly chosen: (request: IncomingMessage) => boolean;
  readonly fault: Fault;
  readonly committed: Committed;
}

/** A connection to the site on which one request at a time goes wrong. */
export interface FaultyLine {
  readonly to: (site: string) => string;
  /** The next such request goes wrong; the function it returns tells whether one has. */
  readonly next: (trouble: Trouble) => () => boolean;
  /** The site now does what it was asked and had not done yet. */
  readonly commitLate: () => Promise<void>;
}

interface Kept {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export function faultyLine(): FaultyLine {
  let site = '';
  let port = 0;
  let trouble: Trouble | null = null;
  let late: Kept | null = null;
  const line = createServer((asked, answer) => {
    void carry(asked, answer).catch(() => asked.socket.destroy());
  });
  const carry = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const goesWrong = trouble?.chosen(asked) ? trouble : null;
    if (goesWrong) trouble = null;
    const kept = await keep(asked);
    if (!goesWrong) return pass(await ask(site, kept), site, `http://127.0.0.1:${port}`, answer);
    if (goesWrong.committed === 'already') await ask(site, kept);
    if (goesWrong.committed === 'late') late = kept;
    fail(goesWrong.fault, answer);
  };
  beforeAll(async () => {
    await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
    port = (line.address() as AddressInfo).port;
  });
  afterAll(() => {
    line.close();
    line.closeAllConnections();
  });
  return {
    to: (address) => {
      site = address;
      return `http://127.0.0.1:${port}`;
    },
    next: (coming) => {
      trouble = coming;
      return () => trouble !== coming;
    },
    commitLate: async () => {
      const due = late;
      late = null;
      if (due) await ask(site, due);
    },
  };
}

async function keep(asked: IncomingMessage): Promise<Kept> {
  const chunks: Buffer[] = [];
  for await (const chunk of asked) chunks.push(chunk as Buffer);
  return {
    method: asked.method ?? 'GET',
    url: asked.url ?? '/',
    headers: asked.headers,
    body: Buffer.concat(chunks),
  };
}

/** The site sees its own host name, so that its addresses stay its own. */
function ask(site: string, { method, url, headers, body }: Kept): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const own = { ...headers, host: new URL(site).host, connection: 'close' };
    const onward = request(`${site}${url}`, { method, headers: own }, (got) => {
      const chunks: Buffer[] = [];
      got.on('data', (chunk: Buffer) => chunks.push(chunk));
      got.on('end', () =>
        resolve({ status: got.statusCode ?? 502, headers: got.headers, body: Buffer.concat(chunks) }),
      );
      got.on('error', reject);
    });
    onward.on('error', reject);
    onward.end(body);
  });
}

/** A link of the site to itself is routed back over this connection. */
function pass({ status, headers, body }: Answered, site: string, own: string, answer: ServerResponse): void {
  const { link, connection: _, ...others } = headers;
  const links = link === undefined ? {} : { link: String(link).replaceAll(site, own) };
  answer.writeHead(status, { ...others, ...links });
  answer.end(body);
}

function fail(fault: Fault, answer: ServerResponse): void {
  if (fault.kind === 'answer') {
    answer.writeHead(fault.status, { 'content-type': 'text/html', ...fault.headers });
    answer.end(fault.body ?? '');
    return;
  }
  if (fault.when === 'before') {
    answer.socket?.resetAndDestroy();
    return;
  }
  answer.writeHead(201, { 'content-type': 'application/json', 'content-length': '4000' });
  answer.write('{"id":1,"link":"htt', () => answer.socket?.destroy());
}
