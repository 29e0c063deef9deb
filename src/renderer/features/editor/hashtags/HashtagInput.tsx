import { useId } from 'react';
import type { Hashtag } from '#shared/domain/hashtag';
import { useHashtagTyping } from './useHashtagTyping';
import type { HashtagInputProps } from './useHashtagTyping';

const ROW_HEIGHT = 28;

/** The field for the next hashtag, with those in use that begin like it. */
export function HashtagInput({ ref, problemId, ...props }: HashtagInputProps) {
  const { typed, suggestions, chosen, change, add, onKeyDown, onPaste } = useHashtagTyping(props);
  const listId = useId();
  const open = suggestions.length > 0;
  return (
    <span className="hashtag-input">
      <input
        ref={ref}
        type="text"
        role="combobox"
        aria-label="Add hashtag"
        data-field="hashtags"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-invalid={problemId !== undefined}
        aria-describedby={problemId}
        aria-activedescendant={chosen < 0 ? undefined : `${listId}-${chosen}`}
        placeholder="Add hashtag"
        spellCheck={false}
        value={typed}
        onChange={({ target, nativeEvent }) =>
          change(target.value, nativeEvent instanceof InputEvent && nativeEvent.isComposing)
        }
        onCompositionEnd={({ currentTarget }) => change(currentTarget.value, false)}
        onBlur={() => add(typed)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <Suggestions id={listId} suggestions={suggestions} chosen={chosen} onChoose={add} />
    </span>
  );
}

interface SuggestionsProps {
  readonly id: string;
  readonly suggestions: readonly Hashtag[];
  readonly chosen: number;
  readonly onChoose: (tag: Hashtag) => void;
}

function Suggestions({ id, suggestions, chosen, onChoose }: SuggestionsProps) {
  return (
    <select
      id={id}
      aria-label="Hashtags in use"
      tabIndex={-1}
      size={Math.max(2, suggestions.length)}
      hidden={suggestions.length === 0}
      style={{ height: suggestions.length * ROW_HEIGHT + 10 }}
      value={suggestions[chosen] ?? ''}
      onChange={({ target }) => onChoose(target.value)}
    >
      <option value="" hidden>
        None chosen
      </option>
      {suggestions.map((tag, index) => (
        <option
          key={tag}
          id={`${id}-${index}`}
          value={tag}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(tag);
          }}
        >
          #{tag}
        </option>
      ))}
    </select>
  );
}
