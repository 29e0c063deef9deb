import { HASHTAG_LIMIT, hashtagKey, toHashtag, uniqueHashtags } from '#shared/domain/hashtag';
import type { Hashtag } from '#shared/domain/hashtag';

/** What separates hashtags: space, comma (Arabic and ideographic too), semicolon, or the next `#`. */
const DIVIDERS = /[\s,;،、，；#＃]+/u;

/** Every hashtag in what was typed or pasted: `#a, #b` gives two. */
export function hashtagsIn(typed: string): readonly Hashtag[] {
  return uniqueHashtags(
    typed
      .split(DIVIDERS)
      .map(toHashtag)
      .filter((tag) => tag !== null),
  );
}

/** Whether a hashtag in what was typed is complete, because a separator follows it. */
export function endsHashtag(typed: string): boolean {
  return /[^\s,;،、，；#＃][\s,;،、，；#＃]/u.test(typed);
}

export interface Added {
  readonly tags: readonly Hashtag[];
  /** What did not fit within the limit. */
  readonly refused: readonly Hashtag[];
  /** Whether something was typed that cannot become a hashtag. */
  readonly unusable: boolean;
}

/** The tags followed by the new ones; one that is already there stays in its place. */
export function addHashtags(tags: readonly Hashtag[], typed: string): Added {
  const found = hashtagsIn(typed);
  const all = uniqueHashtags([...tags, ...found]);
  return {
    tags: all.slice(0, HASHTAG_LIMIT),
    refused: all.slice(HASHTAG_LIMIT),
    unusable: found.length === 0 && typed.trim() !== '',
  };
}

export function withoutHashtag(tags: readonly Hashtag[], tag: Hashtag): readonly Hashtag[] {
  return tags.filter((other) => hashtagKey(other) !== hashtagKey(tag));
}

/** The tags with one of them moved forward (1) or back (-1); unchanged if it cannot move further. */
export function movedHashtag(tags: readonly Hashtag[], tag: Hashtag, step: 1 | -1): readonly Hashtag[] {
  const at = tags.indexOf(tag);
  const to = at + step;
  if (at === -1 || to < 0 || to >= tags.length) return tags;
  return tags.toSpliced(at, 1).toSpliced(to, 0, tag);
}
