import { useState } from 'react';
import { HASHTAG_LIMIT } from '#shared/domain/hashtag';
import type { Hashtag } from '#shared/domain/hashtag';
import { announce } from '#renderer/base/notices/announce';
import { changeFields } from '../history/changeFields';
import { useAutosave } from '../useOpenArticle';
import type { OpenArticle } from '../openArticle';
import { addHashtags, movedHashtag, withoutHashtag } from './typedHashtags';
import type { Added } from './typedHashtags';
import { listed } from '#shared/language/formats';
import { say } from '#shared/language/say';

/** The article's hashtags and the ways to change them; changes are announced, since they may be out of sight. */
export function useHashtags(article: OpenArticle) {
  const tags = useAutosave(article, ({ story }) => story.hashtags);
  const [refusal, setRefusal] = useState<string | null>(null);
  return {
    tags,
    /** Why what was typed last is not, or not fully, among them. */
    refusal,
    add: (typed: string): void => {
      const added = addHashtags(tags, typed);
      const fresh = added.tags.slice(tags.length);
      setRefusal(refusalOf(added));
      if (fresh.length === 0) return;
      changeFields(article, { hashtags: added.tags });
      announce(say('Added {names}', { names: namesOf(fresh) }));
    },
    remove: (tag: Hashtag): void => {
      setRefusal(null);
      changeFields(article, { hashtags: withoutHashtag(tags, tag) });
      announce(say('Removed #{tag}', { tag }));
    },
    /** Moves a tag before the previous one, or after the next. */
    move: (tag: Hashtag, step: 1 | -1): void => {
      const moved = movedHashtag(tags, tag, step);
      announce(moved === tags ? say('#{tag} cannot move further', { tag }) : placeWords(moved, tag));
      if (moved !== tags) changeFields(article, { hashtags: moved });
    },
  };
}

const namesOf = (tags: readonly Hashtag[]): string => listed(tags.map((tag) => `#${tag}`));

const placeWords = (tags: readonly Hashtag[], tag: Hashtag): string =>
  say('#{tag} is now {place, number} of {count, number}', {
    tag,
    place: tags.indexOf(tag) + 1,
    count: tags.length,
  });

function refusalOf({ refused, unusable }: Added): string | null {
  if (unusable) return say('A hashtag can have only letters, digits, underscores and emoji.');
  if (refused.length === 0) return null;
  return say(
    'An article can have at most {limit, number} hashtags: {count, number} did not fit. Remove some first.',
    { limit: HASHTAG_LIMIT, count: refused.length },
  );
}
