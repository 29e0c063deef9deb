import { createServer, type IncomingMessage } from 'node:http';
import { listen, portOf, shut } from '../src/main/cms/testing/office';
import type { SitePost } from './cms/askSite';
import { type DeskApp, expect, test as base } from './fixtures';

/** A WordPress of few words on this computer: it keeps posts, and files them under nothing. */
export interface SmallSite {
  readonly url: string;
  readonly name: string;
  /** Gives its newest post another headline, as somebody does there. */
  readonly rename: (headline: string) => void;
}

/** A post as Nutgraf asks for it. */
interface Post extends SitePost {
  readonly link: string;
}

interface Sent {
  readonly title?: string;
  readonly content?: string;
  readonly excerpt?: string;
}

const changed = (post: Post, { title, content, excerpt }: Sent): Post => ({
  ...post,
  title: { raw: title ?? post.title.raw },
  content: { raw: content ?? post.content.raw },
  excerpt: { raw: excerpt ?? post.excerpt.raw },
});

async function sentIn(request: IncomingMessage): Promise<Sent> {
  let text = '';
  for await (const part of request) text += String(part);
  return JSON.parse(text) as Sent;
}

async function smallSite(name: string, hand: (site: SmallSite) => Promise<void>): Promise<void> {
  const posts = new Map<number, Post>();
  const blank = (id: number): Post => {
    const empty = { raw: '' };
    const words = { title: empty, content: empty, excerpt: empty };
    return { id, link: '', status: 'draft', slug: '', ...words, categories: [], tags: [] };
  };
  const answerTo = async (request: IncomingMessage): Promise<unknown> => {
    const route = new URL(request.url ?? '', 'http://x').searchParams.get('rest_route') ?? '/';
    const id = Number(/^\/wp\/v2\/posts\/(\d+)$/u.exec(route)?.[1] ?? posts.size + 1);
    if (request.method === 'POST' && route.startsWith('/wp/v2/posts')) {
      posts.set(id, changed(posts.get(id) ?? blank(id), await sentIn(request)));
      return posts.get(id);
    }
    if (route.endsWith('/me')) return { name: 'Desk', capabilities: {} };
    if (posts.has(id)) return posts.get(id);
    return route.startsWith('/wp/v2/') ? [] : { name };
  };
  const server = createServer((request, answer) => {
    answer.setHeader('content-type', 'application/json');
    void answerTo(request).then((body) => answer.end(JSON.stringify(body)));
  });
  await listen(server);
  await hand({
    name,
    url: `http://127.0.0.1:${portOf(server)}`,
    rename: (title) => {
      const last = posts.get(posts.size);
      if (last) posts.set(last.id, changed(last, { title }));
    },
  });
  shut(server);
}

/** `sites` are two of them, of which the desk knows none until it signs in. */
export const test = base.extend<{ readonly sites: readonly [SmallSite, SmallSite] }>({
  sites: async ({}, hand) => {
    await smallSite('Morning', (morning) => smallSite('Evening', (evening) => hand([morning, evening])));
  },
});

/** Adds the account of a site at an address, as the dialog does, and answers what came of it. */
export function addSite(desk: DeskApp, url: string) {
  return desk.window.evaluate(
    (address) =>
      window.desk.cms.addAccount({
        kind: 'wordpress',
        url: address,
        user: 'desk',
        password: 'secret',
        remember: false,
      }),
    url,
  );
}

/** The same, where it has to succeed. */
export async function signIn(desk: DeskApp, { url, name }: SmallSite): Promise<void> {
  const outcome = await addSite(desk, url);
  expect(outcome.ok, name).toBe(true);
}
