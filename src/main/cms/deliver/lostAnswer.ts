import type { PostSnapshot } from '#shared/domain/postSnapshot';
import type { CmsAdapter, RemotePost } from '../adapter';
import { isSameValue } from '../compare/comparison';
import { isSameText } from '../compare/differences';

/**
 * Whether a post is what our own send made of it, though its answer never came: its words are the ones sent.
 * Its terms may still be the old ones, since a site may set them after the text and have stopped between.
 */
export async function isFromAttempt(
  adapter: CmsAdapter,
  attempt: PostSnapshot,
  base: PostSnapshot | null,
  { snapshot, version }: RemotePost,
): Promise<boolean> {
  const untouched = base === null && version === null;
  return (
    (await hasWordsOf(adapter, attempt, snapshot)) &&
    (['sections', 'hashtags'] as const).every(
      (field) =>
        untouched ||
        isSameValue(attempt[field], snapshot[field]) ||
        (base !== null && isSameValue(base[field], snapshot[field])),
    )
  );
}

async function hasWordsOf(adapter: CmsAdapter, sent: PostSnapshot, got: PostSnapshot): Promise<boolean> {
  const hasFields =
    adapter.plain(sent.headline).trim() === adapter.plain(got.headline).trim() &&
    adapter.plain(sent.standfirst).trim() === adapter.plain(got.standfirst).trim();
  if (!hasFields || sent.content === got.content) return hasFields;
  const [ours, theirs] = [await adapter.toDocument(sent.content), await adapter.toDocument(got.content)];
  return isSameText(ours.body, theirs.body);
}
