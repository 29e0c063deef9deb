/** A minimal WordPress: it stores posts, has no terms, and may do late what it was asked to. */
export interface PostSite {
  readonly fetch: typeof fetch;
  /** The requests, as `GET /wp/v2/posts`. */
  readonly asked: readonly string[];
  /** The headlines of its posts, oldest first; the first post is number 1. */
  readonly headlines: () => readonly string[];
  /** Changes the words of its newest post, as somebody on the site would. */
  readonly edit: (words: SiteWords) => void;
  /** The posts' markup, oldest first. */
  readonly contents: () => readonly string[];
  readonly remove: (id: number) => void;
  /** The next creates are answered with 503, and done only by {@link catchUp}; `retryAfter` in s. */
  readonly delay: (creates?: number, retryAfter?: number) => void;
  /** Creates the oldest of the posts that it has not created yet. */
  readonly catchUp: () => void;
  /** Runs once the next post is created, before the answer. */
  readonly beforeAnswer: (happens: () => void) => void;
  /** Whether anything answers at all. */
  readonly reach: (isReached: boolean) => void;
}

/** A post's texts as the site stores them. */
interface SiteWords {
  readonly title?: string;
  readonly content?: string;
  readonly excerpt?: string;
}

interface Post extends Required<SiteWords> {
  readonly id: number;
}

const blank = { title: '', content: '', excerpt: '' };

/** As WordPress shows a post to someone who may edit it. */
const shown = ({ id, title, content, excerpt }: Post): object => ({
  id,
  link: `https://example.org/?p=${id}`,
  status: 'draft',
  slug: '',
  title: { raw: title },
  content: { raw: content },
  excerpt: { raw: excerpt },
  categories: [],
  tags: [],
});

const refusal = (status: number, code: string): Response =>
  Response.json({ code, message: 'No.' }, { status });

function aboutSite(route: string, name: string): object {
  if (route.endsWith('/me')) return { name: 'Desk', capabilities: {} };
  return route.startsWith('/wp/v2/') ? [] : { name };
}

export function postSite(name = 'Site'): PostSite {
  const posts = new Map<number, Post>();
  const [asked, late]: [string[], SiteWords[]] = [[], []];
  let [last, isReached, busy, happens] = [0, true, { creates: 0, retryAfter: 0 }, (): void => undefined];

  const put = (id: number, sent: SiteWords): Response => {
    const post = { ...(posts.get(id) ?? { ...blank, id }), ...sent };
    posts.set(id, post);
    return Response.json(shown(post));
  };
  const create = (sent: SiteWords): Response => {
    const { creates, retryAfter } = busy;
    if (creates > 0) {
      busy = { creates: creates - 1, retryAfter };
      late.push(sent);
      return new Response('Later', { status: 503, headers: { 'retry-after': String(retryAfter) } });
    }
    const answer = put((last += 1), sent);
    happens();
    happens = () => undefined;
    return answer;
  };
  const answer = (route: string, sent: SiteWords | null): Response => {
    const id = Number(/^\/wp\/v2\/posts\/(\d+)$/u.exec(route)?.[1] ?? 0);
    const post = posts.get(id);
    if (id > 0 && !post) return refusal(404, 'rest_post_invalid_id');
    if (sent) return post ? put(id, sent) : create(sent);
    if (post) return Response.json(shown(post));
    return Response.json(route === '/wp/v2/posts' ? [...posts.values()].map(shown) : aboutSite(route, name));
  };
  return {
    asked,
    fetch: async (input, { method = 'GET', body } = {}) => {
      if (!isReached) throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' });
      const route = new URL(new Request(input).url).searchParams.get('rest_route') ?? '/';
      asked.push(`${method} ${route}`);
      return answer(route, method === 'POST' ? ((await new Response(body).json()) as SiteWords) : null);
    },
    headlines: () => [...posts.values()].map(({ title }) => title),
    contents: () => [...posts.values()].map(({ content }) => content),
    edit: (words) => put(last, words),
    remove: (id) => posts.delete(id),
    delay: (creates = 1, retryAfter = 0) => (busy = { creates, retryAfter }),
    catchUp: () => {
      const first = late.shift();
      if (first) put((last += 1), first);
    },
    beforeAnswer: (action) => (happens = action),
    reach: (is) => (isReached = is),
  };
}
