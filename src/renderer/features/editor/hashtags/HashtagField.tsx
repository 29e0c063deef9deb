import { useId, useState } from 'react';
import type { Hashtag } from '#shared/domain/hashtag';
import { announce } from '#renderer/base/notices/announce';
import { useCommand } from '#renderer/base/commands/commandBus';
import type { OpenArticle } from '../openArticle';
import { HashtagInput, stepAmongChips, walkChips } from './HashtagInput';
import { useHashtags } from './useHashtags';
import { X } from 'lucide-react';
import { say } from '#shared/language/say';

interface HashtagFieldProps {
  readonly article: OpenArticle;
  readonly readOnly: boolean;
}

/** More chips than this would fill the screen before the story begins: the rest waits behind a button. */
const SHOWN = 40;

/** The article's hashtags as chips, and the field in which the next is typed. */
export function HashtagField({ article, readOnly }: HashtagFieldProps) {
  const { tags, refusal, add, remove, move } = useHashtags(article);
  const refusalId = useId();
  const [showsAll, showAll] = useState(false);
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  useCommand('insert.hashtag', () => input?.focus());
  const removeAt = (tag: Hashtag) => () => {
    remove(tag);
    input?.focus();
  };
  const moveTag = (tag: Hashtag) => (step: 1 | -1) => {
    if (tags.indexOf(tag) + step >= SHOWN) showAll(true);
    move(tag, step);
  };
  const removeLast = () => {
    const last = tags.at(-1);
    if (last === undefined) return;
    if (showsAll || tags.length <= SHOWN) return remove(last);
    showAll(true);
    announce(allShown(tags.length, last));
  };
  return (
    <fieldset className="hashtags" aria-label={say('Hashtags')}>
      {(showsAll ? tags : tags.slice(0, SHOWN)).map((tag) => (
        <HashtagChip key={tag} tag={tag} readOnly={readOnly} onRemove={removeAt(tag)} onMove={moveTag(tag)} />
      ))}
      {tags.length > SHOWN && (
        <button type="button" className="more-hashtags" onClick={() => showAll(!showsAll)}>
          {showsAll ? say('Show fewer') : say('Show {count, number} more', { count: tags.length - SHOWN })}
        </button>
      )}
      {!readOnly && (
        <HashtagInput
          ref={setInput}
          taken={tags}
          onAdd={add}
          onRemoveLast={removeLast}
          problemId={refusal === null ? undefined : refusalId}
        />
      )}
      {refusal !== null && (
        <p id={refusalId} role="alert" className="hashtags-full">
          {refusal}
        </p>
      )}
    </fieldset>
  );
}

const allShown = (count: number, tag: Hashtag): string =>
  say('All {count, number} hashtags are shown now; the last is #{tag}.', { count, tag });

interface HashtagChipProps {
  readonly tag: Hashtag;
  readonly readOnly: boolean;
  readonly onRemove: () => void;
  readonly onMove: (step: 1 | -1) => void;
}

/** One hashtag. The arrow keys move between chips, with Alt they move the chip; Delete and Backspace remove it. */
function HashtagChip({ tag, readOnly, onRemove, onMove }: HashtagChipProps) {
  return (
    <span className="hashtag" dir="auto">
      #{tag}
      {!readOnly && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={say('Remove #{tag}', { tag })}
          aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
          onClick={onRemove}
          onKeyDown={(event) => {
            const step = event.altKey ? stepAmongChips(event) : undefined;
            if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
            else if (step === undefined) walkChips(event);
            else {
              event.preventDefault();
              onMove(step);
            }
          }}
        >
          <X aria-hidden />
        </button>
      )}
    </span>
  );
}
