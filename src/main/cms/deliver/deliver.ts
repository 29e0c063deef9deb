import { NutgrafError } from '#shared/domain/failure';
import { requireReleased } from '#shared/domain/hold';
import type { PostSnapshot } from '#shared/domain/postSnapshot';
import { say } from '#shared/language/say';
import { getArticle } from '../../store/articles/articles';
import { ensureLink, getLink, type LinkRecord, placeOf } from '../../store/cms/links';
import type { OutgoingPost, PreparedPost, RemotePost } from '../adapter';
import { alterationsOf, isFromAttempt } from '../compare/sentAndGot';
import { changedFields, isSameValue } from '../compare/comparison';
import { recordConflict, recordGone, stateOf } from '../compare/conflict';
import type { Delivery } from './delivery';
import { noteRepeat } from './doubles';
import { baseOf } from './link';
import { writeLink } from './writeLink';
import { type Outgoing, outgoing } from './outgoing';
import { SiteFailure } from '../siteFailure';

export type Delivered = 'created' | 'updated' | 'unchanged' | 'conflict';

/** The longest that a create or an update takes before its answer counts as lost, ms. */
const MOST = 30_000;
const keyOf = ({ mark }: LinkRecord): string => `post:${mark}`;

/**
 * Updates the site's post to the latest saved version of the article, and the link to the site's answer. Nothing is
 * overwritten unseen: a post that changed since the last send ends in a conflict.
 *
 * Throws {@link SiteFailure}; what was begun is then in the link, and the next delivery finds it again.
 */
export async function deliver(delivery: Delivery): Promise<Delivered> {
  const { store, adapter, articleId, accountId, overridden } = delivery;
  const article = getArticle(store, articleId);
  if (article.trashedAt !== null) throw inTrash();
  requireReleased(article, store.now(), overridden);
  const ours = outgoing(store, article);
  const isKnown = getLink(store, articleId, accountId) !== null;
  const link = ensureLink(store, articleId, accountId);
  try {
    const { remoteId } = placeOf(link);
    if (remoteId !== null) return await update(delivery, link, ours, await adapter.read(remoteId));
    return await create(delivery, link, ours, isKnown);
  } catch (error) {
    if (error instanceof SiteFailure && error.code === 'cms_gone')
      return anewOrConflict(delivery, ours, error);
    throw error;
  }
}

const inTrash = (): NutgrafError =>
  new NutgrafError('in_trash', say('This article is in the trash. Put it back before you send it.'));

/** An existing link may have been restored from a backup that is older than its post. */
async function create(
  delivery: Delivery,
  link: LinkRecord,
  ours: Outgoing,
  isKnown: boolean,
): Promise<Delivered> {
  const { adapter, sentOnce } = delivery;
  const key = keyOf(link);
  const find = async (): Promise<RemotePost | null> => adapter.find(link.mark);
  if (isKnown || sentOnce.isUnsure(key)) {
    const earlier = await find();
    if (earlier) return adopt(delivery, link, ours, earlier);
    sentOnce.notFound(key);
  }
  const prepared = await adapter.prepare(onlyOwn(ours.post, null));
  // Images may have taken minutes, and a site may be later than all the time it was given.
  const late = sentOnce.isUnsure(key) ? await find() : null;
  if (late) return adopt(delivery, link, ours, late);
  if (sentOnce.isUnsure(key)) noteRepeat(delivery, link.mark);
  const begun = begin(delivery, ours, prepared);
  const make = async (): Promise<RemotePost> => adapter.create(prepared.snapshot, link.mark);
  const { kind, value } = await sentOnce.send({ key, mostMs: MOST, find, make });
  if (kind === 'found') return adopt(delivery, begun, ours, value);
  return finish(delivery, ours, prepared, value, 'created');
}

/** What is about to be sent, committed before that: it distinguishes a lost answer from somebody else's change. */
function begin(delivery: Delivery, ours: Outgoing, { snapshot }: PreparedPost): LinkRecord {
  return writeLink(delivery, { kind: 'sending', attempt: { snapshot, ...askedOf(ours) } });
}

const askedOf = ({ post: { slug, section }, fingerprint, version }: Outgoing) => ({
  sent: { slug, section },
  fingerprint,
  version,
});

/** Takes a post found by its mark as ours, unless somebody has changed it since. */
async function adopt(
  delivery: Delivery,
  link: LinkRecord,
  ours: Outgoing,
  found: RemotePost,
): Promise<Delivered> {
  const { snapshot } = found;
  const { attempt } = link;
  delivery.sentOnce.found(keyOf(link));
  if (attempt === null || !(await isFromAttempt(delivery.adapter, attempt.snapshot, null, found))) {
    const base = attempt?.snapshot ?? snapshot;
    const adopted = writeLink(delivery, { kind: 'foundOther', post: found });
    return recordConflict(delivery, adopted, ours, found, changedFields(base, snapshot));
  }
  const adopted = writeLink(delivery, { kind: 'arrived', post: found });
  const outcome = await send(delivery, adopted, ours, found);
  return outcome === 'unchanged' || outcome === 'updated' ? 'created' : outcome;
}

/** Sends over the existing post, which was just read. */
async function update(
  delivery: Delivery,
  link: LinkRecord,
  ours: Outgoing,
  remote: RemotePost,
): Promise<Delivered> {
  const { adapter, sentOnce } = delivery;
  const { attempt, post } = link;
  const base = post.kind === 'agreed' ? post.base : null;
  if (attempt !== null && (await isFromAttempt(adapter, attempt.snapshot, base, remote))) {
    sentOnce.found(keyOf(link));
    const caughtUp = writeLink(delivery, { kind: 'arrived', post: remote });
    return send(delivery, caughtUp, ours, remote);
  }
  if (changedFields(baseOf(link, remote), remote.snapshot).size === 0) sentOnce.notFound(keyOf(link));
  return send(delivery, link, ours, remote);
}

/**
 * The post without what is the site's to decide: a slug that was already requested (publishing may have changed it),
 * and the category of an article that never had a section.
 */
function onlyOwn(post: OutgoingPost, sent: LinkRecord['sent']): OutgoingPost {
  return {
    ...post,
    slug: post.slug === sent?.slug ? null : post.slug,
    section: post.section ?? (sent?.section ? null : undefined),
  };
}

/**
 * Sends over a post that was just read: only over the base, or over what the user saw. Images may take minutes to
 * arrive, so the post is read again right before it is written.
 */
async function send(
  delivery: Delivery,
  link: LinkRecord,
  ours: Outgoing,
  remote: RemotePost,
): Promise<Delivered> {
  const { adapter, seen } = delivery;
  const post = onlyOwn(ours.post, link.sent);
  const changed = changedFields(baseOf(link, remote), remote.snapshot, post.slug !== null);
  const isSeen = seen === stateOf(remote.snapshot);
  if (changed.size > 0 && !isSeen) return recordConflict(delivery, link, ours, remote, changed);
  if (changed.size === 0 && link.post.kind === 'agreed' && ours.fingerprint === link.post.fingerprint)
    return unchanged(delivery, link, ours, remote);
  const prepared = await adapter.prepare(post);
  const latest = await adapter.read(remote.remoteId);
  if (stateOf(latest.snapshot) !== stateOf(remote.snapshot)) return send(delivery, link, ours, latest);
  begin(delivery, ours, prepared);
  const sent = await sendUpdate(delivery, link, prepared.snapshot, latest);
  if (sent === null) return sendOverOther(delivery, writeLink(delivery, { kind: 'refused' }), ours, latest);
  const { remoteId, version } = sent;
  const between =
    (version !== null && (await adapter.revisionsBetween?.(remoteId, latest.version, version))) || [];
  const notes = [...prepared.notes, ...between.map(slippedIn)];
  return finish(delivery, ours, { ...prepared, notes }, sent, 'updated');
}

const slippedIn = (revision: string): string =>
  say(
    'Somebody changed the post on the site at the moment it was sent. Their text is kept there as revision {revision}.',
    { revision },
  );

/** The site saw what a read did not show in time: somebody changed the post at that very moment. */
async function sendOverOther(
  delivery: Delivery,
  link: LinkRecord,
  ours: Outgoing,
  before: RemotePost,
): Promise<Delivered> {
  const now = await delivery.adapter.read(before.remoteId);
  if (stateOf(now.snapshot) !== stateOf(before.snapshot) || now.version !== before.version)
    return send(delivery, link, ours, now);
  throw new SiteFailure(
    'cms_collision',
    say('The site says that somebody is editing the post. Nothing was sent.'),
  );
}

/**
 * The post afterwards, from the site's answer or, if that is lost, by reading it. Null when the site refused because
 * the post has changed since it was last read.
 */
async function sendUpdate(
  { adapter, sentOnce }: Delivery,
  link: LinkRecord,
  snapshot: PostSnapshot,
  last: RemotePost,
): Promise<RemotePost | null> {
  const { remoteId, snapshot: before } = last;
  const make = async (): Promise<RemotePost> => adapter.update(last, snapshot, link.mark);
  const find = async (): Promise<RemotePost | null> => {
    const now = await adapter.read(remoteId);
    const hasArrived =
      (await isFromAttempt(adapter, snapshot, before, now)) &&
      isSameValue(snapshot.sections, now.snapshot.sections) &&
      isSameValue(snapshot.hashtags, now.snapshot.hashtags);
    return hasArrived ? now : null;
  };
  try {
    return (await sentOnce.send({ key: keyOf(link), mostMs: MOST, find, make })).value;
  } catch (error) {
    if (error instanceof SiteFailure && error.code === 'cms_collision') return null;
    throw error;
  }
}

function unchanged(
  delivery: Delivery,
  link: LinkRecord,
  { version, notes }: Outgoing,
  post: RemotePost,
): Delivered {
  const alterations = [...new Set([...notes, ...link.alterations])];
  writeLink(delivery, { kind: 'same', post, version, alterations, at: delivery.store.now() });
  return 'unchanged';
}

async function finish(
  delivery: Delivery,
  ours: Outgoing,
  { snapshot, notes }: PreparedPost,
  sent: RemotePost,
  outcome: 'created' | 'updated',
): Promise<Delivered> {
  const altered = await alterationsOf(delivery.adapter, snapshot, sent.snapshot);
  const alterations = [...ours.notes, ...notes, ...altered];
  writeLink(delivery, {
    kind: 'sent',
    post: sent,
    asked: askedOf(ours),
    alterations,
    at: delivery.store.now(),
  });
  return outcome;
}

/**
 * A post that is gone from the site is a change there: only when the user has seen that is it restored or created
 * again.
 */
async function anewOrConflict(delivery: Delivery, ours: Outgoing, gone: SiteFailure): Promise<Delivered> {
  const { facts } = gone;
  const { store, adapter, articleId, accountId, seen } = delivery;
  const known = ensureLink(store, articleId, accountId);
  const link =
    facts.remoteId === undefined ? known : writeLink(delivery, { kind: 'inTrash', remoteId: facts.remoteId });
  const state = facts.trashed ? 'trashed' : 'deleted';
  if (seen !== state) return recordGone(delivery, ours, state);
  if (state === 'deleted') {
    const fresh = writeLink(delivery, { kind: 'anew', mark: store.newId() });
    return create(delivery, fresh, ours, false);
  }
  const { remoteId } = placeOf(link);
  if (remoteId === null) throw gone;
  const restored = await adapter.restore(remoteId);
  return (link.post.kind === 'agreed' ? send : adopt)(delivery, link, ours, restored);
}
