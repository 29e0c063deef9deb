import { useState } from 'react';
import { HASHTAG_LIMIT } from '#shared/domain/hashtag';
import { useCommand } from '#renderer/app/commandBus';
import { useAutosave } from '../openArticle';
import type { OpenArticle } from '../openArticles';
import { HashtagChip } from './HashtagChip';
import { HashtagInput } from './HashtagInput';
import { addHashtags, withoutHashtag } from './typedHashtags';

interface HashtagFieldProps {
  readonly article: OpenArticle;
  readonly readOnly: boolean;
}

/** More chips than this fill the screen before the story begins: the rest waits behind a button. */
const SHOWN = 40;

/** The article's hashtags as chips, and the field in which the next is typed. */
export function HashtagField({ article, readOnly }: HashtagFieldProps) {
  const tags = useAutosave(article, ({ story }) => story.hashtags);
  const [showsAll, showAll] = useState(false);
  const [refused, setRefused] = useState(0);
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const shown = showsAll ? tags : tags.slice(0, SHOWN);
  useCommand('insert.hashtag', () => input?.focus());

  const add = (typed: string): void => {
    const added = addHashtags(tags, typed);
    setRefused(added.refused.length);
    if (added.tags.length > tags.length) article.autosave.edit({ hashtags: added.tags });
  };
  const remove = (tag: string): void => {
    setRefused(0);
    article.autosave.edit({ hashtags: withoutHashtag(tags, tag) });
  };

  return (
    <div className="hashtags" role="group" aria-label="Hashtags">
      {shown.map((tag) => (
        <HashtagChip
          key={tag}
          tag={tag}
          readOnly={readOnly}
          onRemove={() => {
            remove(tag);
            input?.focus();
          }}
        />
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
          onRemoveLast={() => {
            const last = tags.at(-1);
            if (last !== undefined) remove(last);
          }}
        />
      )}
      {refused > 0 && (
        <p role="alert" className="hashtags-full">
          An article carries at most {HASHTAG_LIMIT} hashtags: {refused} did not fit. Remove some first.
        </p>
      )}
    </div>
  );
}
