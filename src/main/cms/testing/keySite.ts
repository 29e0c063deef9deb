import { fromHtml } from '#shared/document/fromHtml';
import { toHtml } from '#shared/document/toHtml';
import type { PostSnapshot } from '#shared/domain/postSnapshot';
import { htmlDom } from '../../dom/parseHtml';
import type { CmsAdapter, RemotePost, SiteAccess } from '../adapter';
import { SiteFailure } from '../siteFailure';

/** A site of another kind: it takes a key to sign in, files by names, and refuses to overwrite what was not shown. */
export interface KeySite {
  readonly connect: (access: SiteAccess) => CmsAdapter;
  readonly posts: () => readonly RemotePost[];
  /** Changes the words of its newest post, as somebody on the site would. */
  readonly edit: (words: Partial<PostSnapshot>) => void;
  /** Runs after a post was read for the last time, just before it is changed. */
  readonly beforeUpdate: (happens: () => void) => void;
}

/** What is not sent stays as it is there. */
const stored = (sent: PostSnapshot, before?: PostSnapshot): PostSnapshot => ({
  ...sent,
  slug: sent.slug ?? before?.slug ?? '',
  sections: sent.sections ?? before?.sections ?? [],
  hashtags: sent.hashtags ?? before?.hashtags ?? [],
});

const prepared: CmsAdapter['prepare'] = async ({ headline, standfirst, slug, body, section, hashtags }) => ({
  snapshot: {
    headline,
    standfirst,
    slug,
    hashtags,
    content: toHtml(body),
    sections: section === undefined ? null : (section?.slice(-1) ?? []),
  },
  notes: [],
});

const readings: Pick<CmsAdapter, 'toDocument' | 'ownImage' | 'plain'> = {
  toDocument: async (content) => ({ body: fromHtml(content, htmlDom), unknown: [] }),
  ownImage: () => null,
  plain: (raw) => raw,
};

export function keySite(key: string): KeySite {
  const [posts, marks] = [new Map<string, RemotePost>(), new Map<string, string>()];
  let [changes, happens] = [0, (): void => undefined];
  const put = (remoteId: string, snapshot: PostSnapshot): RemotePost => {
    const version = String((changes += 1));
    const post = { remoteId, url: `https://second.example/${remoteId}`, snapshot, version };
    posts.set(remoteId, post);
    return post;
  };
  const read = async (remoteId: string): Promise<RemotePost> => {
    const post = posts.get(remoteId);
    if (!post) throw new SiteFailure('cms_gone', 'The post is gone.');
    return post;
  };
  const update: CmsAdapter['update'] = async ({ remoteId, version }, sent) => {
    happens();
    happens = () => undefined;
    const now = await read(remoteId);
    if (now.version !== version) throw new SiteFailure('cms_collision', 'Somebody changed it.');
    return put(remoteId, stored(sent, now.snapshot));
  };
  const create: CmsAdapter['create'] = async (sent, mark) => {
    const remoteId = String(posts.size + 1);
    marks.set(mark, remoteId);
    return put(remoteId, stored(sent));
  };
  const find = async (mark: string): Promise<RemotePost | null> => posts.get(marks.get(mark) ?? '') ?? null;
  return {
    connect: ({ credentials }) => ({
      ...readings,
      prepare: prepared,
      create,
      update,
      restore: read,
      read,
      find,
      findAll: async () => [],
      check: async () => {
        if (credentials['key'] === key) return { name: 'Second site' };
        throw new SiteFailure('cms_sign_in', 'The site does not accept this key.');
      },
    }),
    posts: () => [...posts.values()],
    edit: (words) => {
      const last = posts.get(String(posts.size));
      if (last) put(last.remoteId, { ...last.snapshot, ...words });
    },
    beforeUpdate: (action) => (happens = action),
  };
}
