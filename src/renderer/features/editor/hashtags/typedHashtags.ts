import { HASHTAG_LIMIT, hashtagKey, toHashtag, uniqueHashtags } from '#shared/domain/hashtag';
import type { Hashtag } from '#shared/domain/hashtag';

/** What divides one hashtag from the next: space, comma (Arabic and ideographic too), semicolon, or the next `#`. */
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

/** Whether a hashtag in what was typed is complete, since a divider follows it. */
export function endsHashtag(typed: string): boolean {
  return /[^\s,;،、，；#＃][\s,;،、，；#＃]/u.test(typed);
}

export interface Added {
  readonly tags: readonly Hashtag[];
  /** What no longer fitted within the limit. */
  readonly refused: readonly Hashtag[];
  /** Whether something was typed of which no hashtag can be made. */
  readonly unusable: boolean;
}

/** The tags with the new ones behind them; one that is there already stays where it stands. */
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

/** The tags with one of them a place further on (1) or back (-1); the same ones where there is no further place. */
export function movedHashtag(tags: readonly Hashtag[], tag: Hashtag, step: 1 | -1): readonly Hashtag[] {
  const at = tags.indexOf(tag);
  const to = at + step;
  if (at === -1 || to < 0 || to >= tags.length) return tags;
  return tags.toSpliced(at, 1).toSpliced(to, 0, tag);
}
