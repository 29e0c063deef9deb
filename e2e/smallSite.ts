import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listen, portOf, shut } from '../src/main/cms/testing/office';
import { type PostSite, postSite } from '../src/main/cms/adapters/wordpress/testing/postSite';
import { type NutgrafApp, expect, test as base } from './fixtures';

/** A minimal WordPress on this computer. */
export interface SmallSite extends PostSite {
  readonly url: string;
  readonly name: string;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

async function smallSite(name: string, hand: (site: SmallSite) => Promise<void>): Promise<void> {
  const site = postSite(name);
  const answerTo = async (request: IncomingMessage): Promise<Response> => {
    const { method = 'GET', url = '/' } = request;
    const body = await bodyOf(request);
    return site.fetch(new URL(url, 'http://x'), method === 'POST' ? { method, body } : { method });
  };
  const respond = async (request: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const response = await answerTo(request);
    answer.writeHead(response.status, Object.fromEntries(response.headers));
    answer.end(await response.text());
  };
  const server = createServer((request, answer) => void respond(request, answer));
  await listen(server);
  await hand({ ...site, name, url: `http://127.0.0.1:${portOf(server)}` });
  shut(server);
}

/** `sites` are two of them; the app knows none until it signs in. */
export const test = base.extend<{ readonly sites: readonly [SmallSite, SmallSite] }>({
  sites: async ({}, hand) => {
    await smallSite('Morning', (morning) => smallSite('Evening', (evening) => hand([morning, evening])));
  },
});

/** Adds the account of a site at an address, as the dialog does, and returns the result. */
export function addSite(nutgraf: NutgrafApp, url: string) {
  return nutgraf.window.evaluate(
    (address) =>
      window.nutgraf.cms.addAccount({
        kind: 'wordpress',
        url: address,
        credentials: { user: 'desk', password: 'secret' },
        remember: false,
      }),
    url,
  );
}

/** The same, where it has to succeed. */
export async function signIn(nutgraf: NutgrafApp, { url, name }: SmallSite): Promise<void> {
  const outcome = await addSite(nutgraf, url);
  expect(outcome.ok, name).toBe(true);
}
