import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type Office, goneAddress, listen, openOffice, portOf, shut } from '../src/main/cms/testing/office';
import { certificateMaker } from '../tools/certificates';
import { type NutgrafApp, expect, test as base } from './fixtures';
import { addSite } from './smallSite';

/** A minimal WordPress, which breaks the connection once it has created a post. */
interface Site {
  readonly url: string;
  /** Its requests, with their cookies. */
  readonly asked: readonly string[];
}

const test = base.extend<{ readonly office: Office; readonly gone: string; readonly site: Site }>({
  office: async ({}, hand) => {
    const office = await openOffice((tunnel) => (tunnel.startsWith('press.example') ? 200 : 407));
    await hand(office);
    office.close();
  },
  gone: async ({}, hand) => hand(await goneAddress()),
  site: async ({}, hand) => {
    const asked: string[] = [];
    const server = createHttp((request, answer) => {
      const { method = '', url = '', headers } = request;
      const route = new URL(url, 'http://x').searchParams.get('rest_route') ?? '/';
      asked.push(`${method} ${route}${headers.cookie === undefined ? '' : ` ${headers.cookie}`}`);
      answer.setHeader('set-cookie', 'tracked=yes; Path=/');
      if (method === 'POST') {
        request.resume().on('end', () => request.socket.destroy());
        return;
      }
      answer.setHeader('content-type', 'application/json');
      const me = { name: 'Desk', capabilities: {} };
      answer.end(
        JSON.stringify(route.endsWith('/me') ? me : route.endsWith('/posts') ? [] : { name: 'Site' }),
      );
    });
    await listen(server);
    await hand({ url: `http://127.0.0.1:${portOf(server)}`, asked });
    shut(server);
  },
});

/** How signing in at an address fails, as the user is told. */
async function refusal(nutgraf: NutgrafApp, url: string): Promise<string> {
  const outcome = await addSite(nutgraf, url);
  return outcome.ok ? 'signed in' : `${outcome.failure.code}: ${outcome.failure.message}`;
}

// @electron: is about Chromium’s network within main.
test(
  'sites are reached through the system’s proxy, this computer is not, and each problem has its own message',
  { tag: '@electron' },
  async ({ nutgraf, office, gone }) => {
    await nutgraf.end();
    await nutgraf.launch(`--proxy-server=${office.proxy}`);
    expect(await refusal(nutgraf, 'https://press.example')).toMatch(/^cms_certificate: .*does not trust/);
    expect(office.tunnels).toContain('press.example:443');
    expect(await refusal(nutgraf, 'https://other.example')).toMatch(/^cms_proxy: .*proxy/);
    const count = office.tunnels.length;
    expect(await refusal(nutgraf, `https://localhost:${office.sitePort}`)).toMatch(
      /^cms_certificate: .*does not trust/,
    );
    expect(await refusal(nutgraf, gone)).toMatch(/^cms_unreachable: Nothing answers/);
    expect(office.tunnels).toHaveLength(count);
    await nutgraf.end();
    await nutgraf.launch('--proxy-server=direct://');
    expect(await refusal(nutgraf, 'https://no-such-site.invalid')).toMatch(
      /^cms_unreachable: There is no site called/,
    );
  },
);

test('a post whose connection breaks is sent once, over a connection and a session that keep nothing', async ({
  nutgraf,
  site,
}) => {
  expect(await refusal(nutgraf, site.url)).toBe('signed in');
  const sent = await nutgraf.window.evaluate(async () => {
    const [accounts, article] = [
      await window.nutgraf.cms.accounts(),
      await window.nutgraf.articles.create({}),
    ];
    if (!accounts.ok || !article.ok) return null;
    const [account] = accounts.value;
    if (!account) return null;
    await window.nutgraf.cms.send({ articleId: article.value.id, accountId: account.id });
    return article.value.id;
  });
  const state = () =>
    nutgraf.window.evaluate(async (articleId) => {
      const links = await window.nutgraf.cms.links({ articleId: articleId ?? '' });
      return links.ok ? JSON.stringify(links.value[0]?.state) : null;
    }, sent);
  await expect.poll(state).toContain('broke before its answer arrived');
  expect(site.asked.filter((one) => one.startsWith('POST'))).toEqual(['POST /wp/v2/posts']);
  expect(site.asked.join(' ')).not.toContain('tracked');
});

/** Makes the app trust a certificate authority, as a system would if told to; dates and names still count. */
async function trust(nutgraf: NutgrafApp, maker: string): Promise<void> {
  await nutgraf.app.evaluate(({ session }, pem) => {
    const { X509Certificate } = process.getBuiltinModule('node:crypto');
    const issuer = new X509Certificate(pem);
    // Chromium's net_error_list.h; -3 leaves it to Chromium.
    const [good, otherName, otherDay, unknown] = [0, -200, -201, -3];
    session.fromPartition('sites').setCertificateVerifyProc(({ hostname, certificate }, done) => {
      const shown = new X509Certificate(certificate.data);
      if (!shown.verify(issuer.publicKey)) return done(unknown);
      if (Date.parse(shown.validTo) < Date.now()) return done(otherDay);
      return done(shown.checkHost(hostname) === undefined ? otherName : good);
    });
  }, maker);
}

// @electron: is about Chromium’s network within main.
test(
  'an expired certificate and another site’s certificate each have their own message',
  { tag: '@electron' },
  async ({ nutgraf }) => {
    const maker = await certificateMaker();
    const servers = await Promise.all(
      [maker.make('localhost'), maker.make('localhost', -1), maker.make('press.example')].map(
        async (made) => {
          const server = createHttps(await made, (_asked, answer) => answer.end('there'));
          await listen(server);
          return server;
        },
      ),
    );
    const [good, expired, other] = servers.map((server) => `https://localhost:${portOf(server)}`);
    await trust(nutgraf, maker.cert);
    expect(await refusal(nutgraf, good ?? '')).not.toMatch(/certificate/);
    expect(await refusal(nutgraf, expired ?? '')).toMatch(
      /^cms_certificate: .*not valid today.*Nothing was sent/,
    );
    expect(await refusal(nutgraf, other ?? '')).toMatch(
      /^cms_certificate: .*belongs to another site.*Nothing was sent/,
    );
    shut(...servers);
  },
);
