import { useState } from 'react';
import { HASHTAG_LIMIT } from '#shared/domain/hashtag';
import type { Hashtag } from '#shared/domain/hashtag';
import { useCommand } from '#renderer/app/commandBus';
import { useAutosave } from '../openArticle';
import type { OpenArticle } from '../openArticles';
import { HashtagChip } from './HashtagChip';
import { HashtagInput } from './HashtagInput';
import { addHashtags, withoutHashtag } from './typedHashtags';
import type { Added } from './typedHashtags';

interface HashtagFieldProps {
  readonly article: OpenArticle;
  readonly readOnly: boolean;
}

/** More chips than this fill the screen before the story begins: the rest waits behind a button. */
const SHOWN = 40;

/** The article's hashtags as chips, and the field in which the next is typed. */
export function HashtagField({ article, readOnly }: HashtagFieldProps) {
  const { tags, refusal, add, remove } = useHashtags(article);
  const [showsAll, showAll] = useState(false);
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  useCommand('insert.hashtag', () => input?.focus());
  const removeAt = (tag: Hashtag) => () => {
    remove(tag);
    input?.focus();
  };
  return (
    <fieldset className="hashtags" aria-label="Hashtags">
      {(showsAll ? tags : tags.slice(0, SHOWN)).map((tag) => (
        <HashtagChip key={tag} tag={tag} readOnly={readOnly} onRemove={removeAt(tag)} />
      ))}
      {tags.length > SHOWN && (
        <button type="button" className="more-hashtags" onClick={() => showAll(!showsAll)}>
          {showsAll ? 'Show fewer' : `Show ${tags.length - SHOWN} more`}
        </button>
      )}
      {!readOnly && (
        <HashtagInput
          ref={setInput}
          taken={tags}
          onAdd={add}
          onRemoveLast={() => tags.slice(-1).forEach(remove)}
        />
      )}
      {refusal !== null && (
        <p role="alert" className="hashtags-full">
          {refusal}
        </p>
      )}
    </fieldset>
  );
}

function useHashtags(article: OpenArticle) {
  const tags = useAutosave(article, ({ story }) => story.hashtags);
  const [refusal, setRefusal] = useState<string | null>(null);
  return {
    tags,
    /** Why what was typed last is not, or not all, among them. */
    refusal,
    add: (typed: string): void => {
      const added = addHashtags(tags, typed);
      setRefusal(refusalOf(added));
      if (added.tags.length > tags.length) article.autosave.edit({ hashtags: added.tags });
    },
    remove: (tag: Hashtag): void => {
      setRefusal(null);
      article.autosave.edit({ hashtags: withoutHashtag(tags, tag) });
    },
  };
}

function refusalOf({ refused, unusable }: Added): string | null {
  if (unusable) return 'That is no hashtag: it takes letters, digits, underscores or emoji.';
  if (refused.length === 0) return null;
  return `An article carries at most ${HASHTAG_LIMIT} hashtags: ${refused.length} did not fit. Remove some first.`;
}
