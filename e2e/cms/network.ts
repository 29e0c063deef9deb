import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';

type Chosen = (request: IncomingMessage) => boolean;

/** A stretch of network between the sender and the site, on which things go wrong. Repaired for each test. */
export interface TestNetwork {
  /** The site's address over this network. */
  readonly to: (site: string) => string;
  /** The site gets the next such request; its answer never arrives, and the connection breaks after `ms`. */
  readonly dropAnswer: (chosen: Chosen, ms?: number) => void;
  /** The connection breaks before the next such request arrives. */
  readonly dropRequest: (chosen: Chosen) => void;
  readonly redirect: (route: RegExp, origin: string) => void;
  readonly down: () => void;
  readonly up: (site: string) => Promise<void>;
  /** Another server, which records its requests. */
  readonly listen: () => { readonly url: string; readonly requests: readonly string[] };
}

interface Troubles {
  lostAnswer: { readonly chosen: Chosen; readonly ms: number | null } | null;
  lostRequest: Chosen | null;
  redirect: { readonly route: RegExp; readonly origin: string } | null;
}

export function testNetwork(): TestNetwork {
  const troubles: Troubles = { lostAnswer: null, lostRequest: null, redirect: null };
  let site = '';
  let port = 0;
  const elsewhere: string[] = [];
  const other = createServer((asked, answer) => {
    elsewhere.push(`${asked.method} ${asked.url} ${asked.headers.authorization ?? ''}`);
    answer.end('{}');
  });
  const line = createServer((asked, answer) => carry(troubles, site, asked, answer));
  beforeAll(async () => {
    port = await listening(line, 0);
    await listening(other, 0);
  });
  beforeEach(() => {
    Object.assign(troubles, { lostAnswer: null, lostRequest: null, redirect: null });
    elsewhere.length = 0;
  });
  afterAll(() => {
    for (const server of [line, other]) {
      server.close();
      server.closeAllConnections();
    }
  });
  return {
    to: (address) => {
      site = address;
      return `http://127.0.0.1:${port}`;
    },
    dropAnswer: (chosen, ms) => (troubles.lostAnswer = { chosen, ms: ms ?? null }),
    dropRequest: (chosen) => (troubles.lostRequest = chosen),
    redirect: (route, origin) => (troubles.redirect = { route, origin }),
    down: () => {
      line.close();
      line.closeAllConnections();
    },
    up: async (address) => {
      site = address;
      await listening(line, port);
    },
    listen: () => ({ url: `http://127.0.0.1:${(other.address() as AddressInfo).port}`, requests: elsewhere }),
  };
}

async function listening(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function carry(troubles: Troubles, site: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { lostAnswer, lostRequest, redirect } = troubles;
  if (redirect?.route.test(asked.url ?? '')) {
    answer.writeHead(302, { location: `${redirect.origin}${asked.url}` }).end();
    return;
  }
  if (lostRequest?.(asked)) {
    troubles.lostRequest = null;
    asked.socket.destroy();
    return;
  }
  const isLost = lostAnswer?.chosen(asked) ?? false;
  if (isLost) troubles.lostAnswer = null;
  if (isLost && lostAnswer?.ms) setTimeout(() => asked.socket.destroy(), lostAnswer.ms);
  forward(site, asked, answer, isLost);
}

/**
 * The site sees its own host name, so that its addresses stay its own; a link to it is routed back over this
 * connection.
 */
function forward(site: string, asked: IncomingMessage, answer: ServerResponse, isLost: boolean): void {
  const own = `http://${asked.headers.host}`;
  const headers = { ...asked.headers, host: new URL(site).host };
  const onward = request(`${site}${asked.url}`, { method: asked.method, headers }, (got) => {
    const chunks: Buffer[] = [];
    got.on('data', (chunk: Buffer) => chunks.push(chunk));
    got.on('end', () => {
      if (isLost) {
        asked.socket.destroy();
        return;
      }
      const link = String(got.headers.link ?? '').replaceAll(site, own);
      answer.writeHead(got.statusCode ?? 502, { ...got.headers, ...(link === '' ? {} : { link }) });
      answer.end(Buffer.concat(chunks));
    });
  });
  onward.on('error', () => asked.socket.destroy());
  asked.pipe(onward);
}
