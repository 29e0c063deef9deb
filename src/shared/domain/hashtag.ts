import { z } from 'zod';

/** The most hashtags one article may carry; a CMS makes one tag, with one request, of each. */
export const HASHTAG_LIMIT = 200;

/** A hashtag as it is shown, without its `#`: letters, marks, digits, `_`, and joiners inside a word. */
export const hashtag = z
  .string()
  .max(100)
  .regex(/^[\p{L}\p{M}\p{N}_\u200c\u200d]+$/u, 'A hashtag is one word of letters, digits and underscores.');
export type Hashtag = z.infer<typeof hashtag>;

/** One canonical form a tag: NFKC and folded case, so that `#Berlin` and `#BERLIN` are one. */
export function hashtagKey(tag: Hashtag): string {
  return tag.normalize('NFKC').toLocaleLowerCase('und');
}

/**
 * The hashtag that someone meant by what they typed: `# City Council` gives `CityCouncil`.
 * Null when nothing is left of it.
 */
export function toHashtag(typed: string): Hashtag | null {
  const words = typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/^[\s#＃]+/u, '')
    .replace(/[^\p{L}\p{M}\p{N}_\u200c\u200d]+/gu, '')
    .slice(0, 100)
    .toWellFormed()
    .replace(/\ufffd/gu, '');
  return hashtag.safeParse(words).success ? words : null;
}

/** The same tags in their order, each kept once in its first spelling. */
export function uniqueHashtags(tags: readonly Hashtag[]): readonly Hashtag[] {
  const first = new Map<string, Hashtag>();
  for (const tag of tags) {
    const key = hashtagKey(tag);
    if (!first.has(key)) first.set(key, tag);
  }
  return [...first.values()];
}
