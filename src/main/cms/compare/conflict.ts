import type { PostSnapshot } from '#shared/domain/postSnapshot';
import type { LinkRecord } from '../../store/cms/links';
import type { CmsAdapter, RemotePost } from '../adapter';
import type { SnapshotField } from './comparison';
import type { Delivery } from '../deliver/delivery';
import { differencesOf, type ReadablePost } from './differences';
import { fingerprintOf, type Outgoing } from '../deliver/outgoing';
import { baseOf } from '../deliver/link';
import { writeLink } from '../deliver/writeLink';

/** The fingerprint of a post's state on the site; a person's decision to overwrite applies to that state only. */
export function stateOf(snapshot: PostSnapshot): string {
  const { sections, hashtags, ...text } = snapshot;
  return fingerprintOf([text, sections?.toSorted() ?? null, hashtags?.toSorted() ?? null]);
}

/** Stores the differences for the user to see. Nothing was sent. */
export async function recordConflict(
  delivery: Delivery,
  link: LinkRecord,
  ours: Outgoing,
  remote: RemotePost,
  changed: ReadonlySet<SnapshotField>,
): Promise<'conflict'> {
  const [base, theirs] = await readablePosts(delivery.adapter, baseOf(link, remote), remote.snapshot);
  writeLink(delivery, {
    kind: 'conflict',
    url: remote.url,
    conflict: {
      at: delivery.store.now(),
      differences: differencesOf(changed, base, readableOutgoing(ours), theirs),
      seen: stateOf(remote.snapshot),
    },
  });
  return 'conflict';
}

/** The post was removed from the site: only a person decides whether it comes back. */
export function recordGone(delivery: Delivery, ours: Outgoing, state: 'trashed' | 'deleted'): 'conflict' {
  const theirs = state === 'trashed' ? 'in the trash' : 'deleted';
  writeLink(delivery, {
    kind: 'conflict',
    url: null,
    conflict: {
      at: delivery.store.now(),
      differences: [{ where: 'post', kind: 'field', base: 'on the site', ours: ours.post.headline, theirs }],
      seen: state,
    },
  });
  return 'conflict';
}

/** Both states of a post as a person reads them, with the names of its terms. */
export async function readablePosts(
  adapter: CmsAdapter,
  base: PostSnapshot,
  theirs: PostSnapshot,
): Promise<readonly [ReadablePost, ReadablePost]> {
  const ids = (field: 'sections' | 'hashtags'): readonly string[] => [
    ...new Set([...(base[field] ?? []), ...(theirs[field] ?? [])]),
  ];
  const names = {
    sections: await adapter.names?.('sections', ids('sections')),
    hashtags: await adapter.names?.('hashtags', ids('hashtags')),
  };
  const named = (field: 'sections' | 'hashtags', terms: PostSnapshot[typeof field]): readonly string[] =>
    (terms ?? []).flatMap((term) => (names[field] ? (names[field].get(term) ?? []) : term));
  const readable = async (snapshot: PostSnapshot): Promise<ReadablePost> => ({
    headline: adapter.plain(snapshot.headline),
    standfirst: adapter.plain(snapshot.standfirst),
    slug: snapshot.slug ?? '',
    sections: named('sections', snapshot.sections),
    hashtags: named('hashtags', snapshot.hashtags),
    body: (await adapter.toDocument(snapshot.content)).body,
  });
  return [await readable(base), await readable(theirs)];
}

/** Our side as a person reads it. */
export function readableOutgoing({ post }: Outgoing): ReadablePost {
  const { headline, standfirst, slug, section, hashtags, body } = post;
  return { headline, standfirst, slug: slug ?? '', sections: section?.slice(-1) ?? [], hashtags, body };
}
