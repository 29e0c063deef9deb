import { z } from 'zod';
import type { DoublePost } from '#shared/domain/cmsAccount';
import type { PostSnapshot } from '#shared/domain/postSnapshot';
import { say } from '#shared/language/say';
import type { RemotePost } from '../../adapter';
import { postTooLarge, SiteFailure } from '../../siteFailure';
import type { Query, WordPressClient } from './client';

const raw = z.object({ raw: z.string() });
const post = z.object({
  id: z.int(),
  link: z.string(),
  status: z.string(),
  slug: z.string(),
  title: raw,
  content: raw,
  excerpt: raw,
  categories: z.array(z.int()),
  tags: z.array(z.int()),
  /** PHP writes an empty object as `[]`: a post that was never changed has no revision. */
  _links: z
    .union([z.tuple([]), z.object({ 'predecessor-version': z.array(z.object({ id: z.int() })).optional() })])
    .optional(),
});
type Post = z.infer<typeof post>;

/** Everything that is read of a post; the rendered forms are as long again and never needed. */
const reading = {
  context: 'edit',
  _fields: 'id,link,status,slug,title.raw,content.raw,excerpt.raw,categories,tags,_links.predecessor-version',
} as const;

export async function createPost(
  client: WordPressClient,
  snapshot: PostSnapshot,
  mark: string,
): Promise<RemotePost> {
  return remotePost(
    await client.post(post, 'wp/v2/posts', { ...payload(snapshot, mark), status: 'draft' }, reading),
  );
}

export async function updatePost(
  client: WordPressClient,
  remoteId: string,
  snapshot: PostSnapshot,
  mark: string,
): Promise<RemotePost> {
  const body = payload(snapshot, mark);
  return remotePost(await client.post(post, `wp/v2/posts/${remoteId}`, body, reading));
}

/** Restored as a draft, as it was: its words, its terms and its old slug. */
export async function restorePost(client: WordPressClient, remoteId: string): Promise<RemotePost> {
  return remotePost(await client.post(post, `wp/v2/posts/${remoteId}`, { status: 'draft' }, reading));
}

/** Throws `cms_gone`, for a post in the trash with `trashed`. */
export async function readPost(client: WordPressClient, remoteId: string): Promise<RemotePost> {
  return present(await client.get(post, `wp/v2/posts/${remoteId}`, reading));
}

/**
 * WordPress has no idempotency key for a create: the mark is in the content, where its search finds it. A site's
 * custom search may not know a new post yet, so the newest posts are checked as well.
 */
export async function findPost(client: WordPressClient, mark: string): Promise<RemotePost | null> {
  const first =
    preferred(await markedPosts(client, mark, bySearch(mark))) ??
    preferred(await markedPosts(client, mark, newest));
  return first ? present(first) : null;
}

/** All posts that carry the mark, found as {@link findPost} finds one, except those in the trash. */
export async function findPosts(client: WordPressClient, mark: string): Promise<readonly DoublePost[]> {
  const found = [
    ...(await markedPosts(client, mark, bySearch(mark))),
    ...(await markedPosts(client, mark, newest)),
  ].filter(({ status }) => status !== 'trash');
  const byId = new Map(found.map(({ id, link }) => [id, { remoteId: String(id), url: link }]));
  return [...byId.values()];
}

const bySearch = (mark: string): Query => ({ search: mark, order: 'asc' });
const newest: Query = { order: 'desc', per_page: 20 };

async function markedPosts(client: WordPressClient, mark: string, query: Query): Promise<readonly Post[]> {
  const everywhere = { ...reading, status: ['any', 'trash'], orderby: 'id' };
  const found = await client.get(z.array(post), 'wp/v2/posts', { ...everywhere, ...query });
  return found.filter(({ content }) => content.raw.includes(commentOf(mark)));
}

const preferred = (marked: readonly Post[]): Post | null =>
  marked.find(({ status }) => status !== 'trash') ?? marked[0] ?? null;

const revision = z.object({ id: z.int(), slug: z.string() });

/** Revisions between two others. Another user's autosave changes no post and does not count. */
export async function revisionsBetween(
  client: WordPressClient,
  remoteId: string,
  after: string | null,
  before: string,
): Promise<readonly string[]> {
  const query = { per_page: 100, _fields: 'id,slug' };
  const revisions = await client.get(z.array(revision), `wp/v2/posts/${remoteId}/revisions`, query);
  return revisions
    .filter(({ id, slug }) => id > Number(after) && id < Number(before) && !slug.includes('-autosave-'))
    .map(({ id }) => String(id));
}

function present(found: Post): RemotePost {
  if (found.status !== 'trash') return remotePost(found);
  throw new SiteFailure('cms_gone', say('The post is in the site’s trash.'), {
    trashed: true,
    remoteId: String(found.id),
  });
}

/** The maximum length of a headline or an excerpt that is read: neither is a text of its own. */
const MOST_LETTERS = 20_000;

/** Throws `cms_too_large`; what was sent may have been done all the same. */
function remotePost(found: Post): RemotePost {
  const { title, excerpt } = found;
  if (title.raw.length + excerpt.raw.length > MOST_LETTERS) throw postTooLarge({ maybeDone: true });
  return {
    remoteId: String(found.id),
    url: found.link,
    snapshot: snapshotOf(found),
    version: revisionOf(found),
  };
}

function revisionOf({ _links: links }: Post): string | null {
  if (links === undefined || Array.isArray(links)) return null;
  return links['predecessor-version']?.[0]?.id.toString() ?? null;
}

const snapshotOf = ({ title, excerpt, slug, content, categories, tags }: Post): PostSnapshot => ({
  headline: title.raw,
  standfirst: excerpt.raw,
  slug,
  content: withoutMark(content.raw),
  sections: categories.map(String),
  hashtags: tags.map(String),
});

const payload = (snapshot: PostSnapshot, mark: string): Readonly<Record<string, unknown>> => ({
  title: snapshot.headline,
  excerpt: snapshot.standfirst,
  content: withMark(snapshot.content, mark),
  ...(snapshot.slug === null ? {} : { slug: snapshot.slug }),
  ...(snapshot.sections === null ? {} : { categories: snapshot.sections.map(Number) }),
  ...(snapshot.hashtags === null ? {} : { tags: snapshot.hashtags.map(Number) }),
});

const commentOf = (mark: string): string => `<!-- nutgraf:${mark} -->`;

/** The mark as the last block: in a block of its own it survives the block editor and the filters for roles. */
export function withMark(content: string, mark: string): string {
  return `${content}\n\n<!-- wp:html -->\n${commentOf(mark)}\n<!-- /wp:html -->`.trimStart();
}

const anyMark = /<!-- nutgraf:[0-9a-f-]{36} -->/u;
const [blockStart, blockEnd] = ['<!-- wp:html -->', '<!-- /wp:html -->'];

/** Content as a person wrote it: the mark is ours and never a difference, wherever the site moved it. */
export function withoutMark(content: string): string {
  const pieces = content.split(anyMark);
  for (const [index, after] of pieces.entries()) {
    const before = pieces[index - 1]?.trimEnd();
    if (before === undefined) continue;
    const rest = after.trimStart();
    const isBlock = before.endsWith(blockStart) && rest.startsWith(blockEnd);
    pieces[index - 1] = isBlock ? before.slice(0, -blockStart.length).trimEnd() : before;
    pieces[index] = isBlock ? rest.slice(blockEnd.length) : after;
  }
  return pieces.join('');
}
