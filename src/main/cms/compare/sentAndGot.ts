import type { PostSnapshot } from '#shared/domain/postSnapshot';
import { enumerated } from '#shared/language/formats';
import { say } from '#shared/language/say';
import type { CmsAdapter, RemotePost } from '../adapter';
import { isSameValue } from './comparison';
import { blockDifferences, isSameText } from './differences';

/** What the site changed in what was sent, in whole sentences; markup that reads the same is not a change. */
export async function alterationsOf(
  adapter: CmsAdapter,
  sent: PostSnapshot,
  got: PostSnapshot,
): Promise<readonly string[]> {
  return [
    ...textAlteration(adapter, sent.headline, got.headline, (text) =>
      say('The site changed the headline to “{text}”.', { text }),
    ),
    ...textAlteration(adapter, sent.standfirst, got.standfirst, (text) =>
      say('The site changed the standfirst to “{text}”.', { text }),
    ),
    ...(isSameValue(sent.slug, got.slug)
      ? []
      : [
          say('The site changed the slug “{sent}” to “{got}”.', {
            sent: sent.slug ?? '',
            got: got.slug ?? '',
          }),
        ]),
    ...(await contentAlteration(adapter, sent.content, got.content)),
    ...(isSameValue(sent.sections, got.sections)
      ? []
      : [say('The site did not set the category that was sent.')]),
    ...(isSameValue(sent.hashtags, got.hashtags)
      ? []
      : [say('The site did not set all the tags that were sent.')]),
  ];
}

function textAlteration(
  adapter: CmsAdapter,
  sent: string,
  got: string,
  told: (text: string) => string,
): readonly string[] {
  const text = adapter.plain(got);
  return adapter.plain(sent).trim() === text.trim() ? [] : [told(text)];
}

async function contentAlteration(adapter: CmsAdapter, sent: string, got: string): Promise<readonly string[]> {
  if (sent === got) return [];
  const [{ body: ours }, { body: theirs }] = [await adapter.toDocument(sent), await adapter.toDocument(got)];
  const blocks = blockDifferences(ours, ours, theirs).map(({ where }) => where);
  return blocks.length === 0
    ? []
    : [say('The site changed the text: {blocks}.', { blocks: enumerated(blocks) })];
}

/**
 * Whether a post is the result of our own send, though its answer never arrived: its words are the ones sent. Its
 * terms may still be the old ones, since a site may set them after the text and have stopped in between.
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
