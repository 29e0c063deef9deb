import { createServer as createHttp, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { networkFailure } from '../cms/networkFailure';
import { environmentFetch } from './environmentFetch';

/** A proxy that notes what it is asked for and leads every secure connection to one server of this machine. */
let proxy: Server;
/** A site over https whose certificate it made itself. */
let site: Server;
let tunnels: string[];
let answersProxy: number;

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const listen = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });

beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'press.example' }]);
  site = createHttps({ key, cert }, (_asked, answer) => answer.end('there'));
  proxy = createHttp();
  proxy.on('connect', ({ url = '' }, socket) => {
    tunnels.push(url);
    if (answersProxy !== 200) {
      socket.end(`HTTP/1.1 ${answersProxy} No\r\n\r\n`);
      return;
    }
    const onward = connect(portOf(site), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  await Promise.all([listen(site), listen(proxy)]);
});

afterAll(() => {
  for (const server of [site, proxy]) {
    server.close();
    server.closeAllConnections();
  }
});

beforeEach(() => {
  [tunnels, answersProxy] = [[], 200];
  for (const name of [
    'https_proxy',
    'HTTPS_PROXY',
    'http_proxy',
    'HTTP_PROXY',
    'all_proxy',
    'ALL_PROXY',
    'no_proxy',
    'NO_PROXY',
  ])
    vi.stubEnv(name, undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** How a read of that address ends: as the person is told of it. */
async function told(address: string): Promise<string> {
  const url = new URL(address);
  try {
    return await (await environmentFetch()(url, { redirect: 'manual' })).text();
  } catch (error) {
    const { code, message } = networkFailure(url, false, error);
    return `${code}: ${message}`;
  }
}

test.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])(
  'a site is asked over the proxy of %s',
  async (name) => {
    vi.stubEnv(name, `http://127.0.0.1:${portOf(proxy)}`);
    expect(await told('https://press.example/')).toMatch(/^cms_certificate: .*does not trust/u);
    expect(tunnels).toEqual(['press.example:443']);
  },
);

test('a proxy that is named without a scheme is spoken to over http', async () => {
  vi.stubEnv('HTTPS_PROXY', `127.0.0.1:${portOf(proxy)}`);
  await told('https://press.example/');
  expect(tunnels).toEqual(['press.example:443']);
});

test('this computer, and what NO_PROXY names, are asked directly', async () => {
  vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${portOf(proxy)}`);
  vi.stubEnv('NO_PROXY', 'other.invalid');
  expect(await told(`https://localhost:${portOf(site)}/`)).toMatch(/^cms_certificate/u);
  expect(await told(`https://127.0.0.1:${portOf(site)}/`)).toMatch(/^cms_certificate/u);
  await told('https://other.invalid/');
  expect(tunnels).toEqual([]);
});

test.each([407, 403, 502])(
  'a proxy that answers %i is told as one that lets nothing through',
  async (status) => {
    answersProxy = status;
    vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${portOf(proxy)}`);
    expect(await told('https://press.example/')).toMatch(/^cms_proxy: .*proxy/u);
  },
);

test('a proxy of another kind is told', async () => {
  vi.stubEnv('ALL_PROXY', 'socks5://127.0.0.1:1080');
  expect(await told('https://press.example/')).toMatch(/^cms_proxy: /u);
});

test('what does not answer at all is told', async () => {
  const gone = createHttp();
  await listen(gone);
  const port = portOf(gone);
  await new Promise((resolve) => {
    gone.close(resolve);
  });
  expect(await told(`http://127.0.0.1:${port}/`)).toMatch(/^cms_unreachable: Nothing answers/u);
});
