import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { networkFailure } from '../cms/networkFailure';
import { type Office, goneAddress, openOffice } from '../cms/testing/office';
import { environmentFetch } from './environmentFetch';

let office: Office;
let answersProxy: number;
/** What the proxy had been asked for before the test. */
let earlier: number;

const tunnels = (): readonly string[] => office.tunnels.slice(earlier);

beforeAll(async () => {
  office = await openOffice(() => answersProxy);
});

afterAll(() => office.close());

beforeEach(() => {
  [earlier, answersProxy] = [office.tunnels.length, 200];
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

/** How reading that address ends, as the user is told. */
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
    vi.stubEnv(name, `http://${office.proxy}`);
    expect(await told('https://press.example/')).toMatch(/^cms_certificate: .*does not trust/u);
    expect(tunnels()).toEqual(['press.example:443']);
  },
);

test('a proxy that is named without a scheme is spoken to over http', async () => {
  vi.stubEnv('HTTPS_PROXY', office.proxy);
  await told('https://press.example/');
  expect(tunnels()).toEqual(['press.example:443']);
});

test('this computer, and what NO_PROXY names, are asked directly', async () => {
  vi.stubEnv('HTTPS_PROXY', `http://${office.proxy}`);
  vi.stubEnv('NO_PROXY', 'other.invalid');
  expect(await told(`https://localhost:${office.sitePort}/`)).toMatch(/^cms_certificate/u);
  expect(await told(`https://127.0.0.1:${office.sitePort}/`)).toMatch(/^cms_certificate/u);
  await told('https://other.invalid/');
  expect(tunnels()).toEqual([]);
});

test.each([407, 403, 502])(
  'a proxy that answers %i is told as one that lets nothing through',
  async (status) => {
    answersProxy = status;
    vi.stubEnv('HTTPS_PROXY', `http://${office.proxy}`);
    expect(await told('https://press.example/')).toMatch(/^cms_proxy: .*proxy/u);
  },
);

test('a proxy of another kind is reported', async () => {
  vi.stubEnv('ALL_PROXY', 'socks5://127.0.0.1:1080');
  expect(await told('https://press.example/')).toMatch(/^cms_proxy: /u);
});

test('no answer at all is reported', async () => {
  expect(await told(await goneAddress())).toMatch(/^cms_unreachable: Nothing answers/u);
});
