import type { PostSnapshot } from '#shared/domain/postSnapshot';
import type { CmsAdapter } from '../adapter';
import { isSameValue } from './comparison';
import { blockDifferences } from './differences';

/** What the site made of what was sent, in whole sentences; mark-up that reads the same is no alteration. */
export async function alterationsOf(
  adapter: CmsAdapter,
  sent: PostSnapshot,
  got: PostSnapshot,
): Promise<readonly string[]> {
  return [
    ...textAlteration(adapter, 'headline', sent.headline, got.headline),
    ...textAlteration(adapter, 'standfirst', sent.standfirst, got.standfirst),
    ...(isSameValue(sent.slug, got.slug)
      ? []
      : [`The site made the slug “${got.slug ?? ''}” of “${sent.slug ?? ''}”.`]),
    ...(await contentAlteration(adapter, sent.content, got.content)),
    ...(isSameValue(sent.sections, got.sections)
      ? []
      : ['The site did not take the category as it was sent.']),
    ...(isSameValue(sent.hashtags, got.hashtags)
      ? []
      : ['The site did not take all the tags as they were sent.']),
  ];
}

function textAlteration(adapter: CmsAdapter, name: string, sent: string, got: string): readonly string[] {
  const text = adapter.plain(got);
  return adapter.plain(sent).trim() === text.trim() ? [] : [`The site changed the ${name} to “${text}”.`];
}

async function contentAlteration(adapter: CmsAdapter, sent: string, got: string): Promise<readonly string[]> {
  if (sent === got) return [];
  const [{ body: ours }, { body: theirs }] = [await adapter.toDocument(sent), await adapter.toDocument(got)];
  const blocks = blockDifferences(ours, ours, theirs).map(({ where }) => where);
  return blocks.length === 0 ? [] : [`The site changed the text in sending: ${blocks.join(', ')}.`];
}
