import type { Node } from '@tiptap/pm/model';
import type { Article, ArticlePatch } from '#shared/domain/article';
import { withBlockIds } from '#shared/document/blockId';
import { documentJsonOf } from '#shared/document/document';
import type { DocumentJson, NodeJson } from '#shared/domain/documentJson';
import { NutgrafError } from '#shared/domain/failure';
import { articleFields, textFieldNames, tidyLine } from '#shared/domain/fields';
import { HASHTAG_LIMIT, hashtagKey, toHashtag, uniqueHashtags } from '#shared/domain/hashtag';
import type { Id } from '#shared/domain/id';
import { enumerated } from '#shared/language/formats';
import { say } from '#shared/language/say';
import { getArticle, saveArticle } from '../../store/articles/articles';
import type { LinkRecord } from '../../store/cms/links';
import type { Store } from '../../store/store';
import { write } from '../../store/sql/write';
import { keepRevision } from '../../store/articles/revisions';
import { ensureSection, findSection } from '../../store/articles/sections';
import type { CmsAdapter, RemotePost } from '../adapter';
import { changedFields, isSameValue, type SnapshotField } from '../compare/comparison';
import { readableOutgoing, readablePosts } from '../compare/conflict';
import type { Delivery } from './delivery';
import type { ReadablePost } from '../compare/differences';
import { type Outgoing, outgoing } from './outgoing';
import { baseOf } from './link';
import { writeLink } from './writeLink';

/**
 * Takes what changed on the site since the base, whole field by whole field; what changed only here stays. A revision
 * of the article is kept first.
 *
 * Throws NutgrafError `article_changed` when the article was saved at the same moment.
 */
export async function pull(delivery: Delivery, link: LinkRecord, remote: RemotePost): Promise<void> {
  const { store, adapter, articleId } = delivery;
  const agreed = baseOf(link, remote);
  const changed = changedFields(agreed, remote.snapshot);
  const [base, theirs] = await readablePosts(adapter, agreed, remote.snapshot);
  const { unknown } = await adapter.toDocument(remote.snapshot.content);
  write(store, () => {
    const article = getArticle(store, articleId);
    keepRevision(store, articleId, 'pull');
    const before = outgoing(store, article);
    const patch = patchOf(delivery, article, changed, base, theirs);
    const saved = saveArticle(store, { id: articleId, baseVersion: article.version, patch });
    if (saved.kind === 'stale') throw articleChanged();
    const after = outgoing(store, getArticle(store, articleId));
    const isWhole =
      (link.post.kind === 'agreed' && before.fingerprint === link.post.fingerprint) ||
      (changed.has('content') && isSameFields(readableOutgoing(after), theirs));
    agree(delivery, remote, after, isWhole, unknown);
  });
}

/** The site's post is the base now; what changed only here is still to be sent. */
function agree(
  delivery: Delivery,
  remote: RemotePost,
  ours: Outgoing,
  isWhole: boolean,
  unknown: readonly string[],
): void {
  const { fingerprint, version, post } = ours;
  writeLink(delivery, {
    kind: 'taken',
    post: remote,
    section: post.section,
    whole: isWhole ? { fingerprint, version } : null,
    alterations: unknown.length === 0 ? [] : [notHeld(unknown)],
    at: delivery.store.now(),
  });
}

const notHeld = (blocks: readonly string[]): string =>
  say(
    'The site’s text has blocks that Nutgraf cannot store ({blocks}). They are still on the site; the next send removes them.',
    { blocks: enumerated(blocks) },
  );

function isSameFields(ours: ReadablePost, theirs: ReadablePost): boolean {
  return (
    ours.headline === theirs.headline &&
    ours.standfirst === theirs.standfirst &&
    isSameValue(ours.sections, theirs.sections) &&
    isSameValue(ours.hashtags, theirs.hashtags)
  );
}

const articleChanged = (): NutgrafError =>
  new NutgrafError(
    'article_changed',
    say('The article was saved at the same moment, so nothing was changed. Try again.'),
  );

function patchOf(
  { store, adapter }: Delivery,
  article: Article,
  changed: ReadonlySet<SnapshotField>,
  base: ReadablePost,
  theirs: ReadablePost,
): ArticlePatch {
  return {
    ...linesOf(changed, theirs),
    ...(changed.has('sections') ? { sectionId: sectionOf(store, base.sections, theirs.sections) } : {}),
    ...(changed.has('hashtags') ? { hashtags: hashtagsOf(article, theirs.hashtags) } : {}),
    ...(changed.has('content') ? { body: withOwnImages(adapter, article, theirs.body) } : {}),
  };
}

function linesOf(changed: ReadonlySet<SnapshotField>, theirs: ReadablePost): ArticlePatch {
  return Object.fromEntries(
    textFieldNames.flatMap((name) => {
      const { post, limit } = articleFields[name];
      if (post === null || !changed.has(post)) return [];
      return [[name, tidyLine(theirs[post]).slice(0, limit).toWellFormed()]];
    }),
  );
}

/** The category that was added to the post, or else its first. */
function sectionOf(store: Store, before: readonly string[], after: readonly string[]): Id | null {
  const name = after.find((each) => !before.includes(each)) ?? after[0];
  if (name === undefined) return null;
  return (findSection(store, name) ?? ensureSection(store, name).section).id;
}

/** The site keeps no order: remaining tags keep theirs, new ones come last. */
function hashtagsOf({ hashtags }: Article, names: readonly string[]): Article['hashtags'] {
  const theirs = uniqueHashtags(names.flatMap((name) => toHashtag(name) ?? []));
  const keys = new Set(theirs.map(hashtagKey));
  const stay = hashtags.filter((tag) => keys.has(hashtagKey(tag)));
  return uniqueHashtags([...stay, ...theirs]).slice(0, HASHTAG_LIMIT);
}

/** Images that we uploaded are recognised by the beginning of their hash in the site's address. */
function withOwnImages(adapter: CmsAdapter, article: Article, body: Node): DocumentJson {
  const own = assetsOf(article.body);
  const change = (node: NodeJson): NodeJson => {
    const { src } = node.attrs ?? {};
    const beginning = typeof src === 'string' ? adapter.ownImage(src) : null;
    const asset = beginning === null ? undefined : own.find((hash) => hash.startsWith(beginning));
    return {
      ...node,
      ...(asset === undefined ? {} : { attrs: { ...node.attrs, asset, src: null } }),
      ...(node.content === undefined ? {} : { content: node.content.map(change) }),
    };
  };
  const doc = documentJsonOf(withBlockIds(body));
  return { ...doc, content: doc.content.map(change) };
}

function assetsOf({ attrs, content }: NodeJson): readonly string[] {
  const own = typeof attrs?.['asset'] === 'string' ? [attrs['asset']] : [];
  return [...own, ...(content ?? []).flatMap(assetsOf)];
}
