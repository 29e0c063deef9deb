import { useId, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, Ref } from 'react';
import type { Hashtag } from '#shared/domain/hashtag';
import { walk } from './HashtagChip';
import { endsHashtag } from './typedHashtags';
import { useHashtagSuggestions } from './useHashtagSuggestions';

interface HashtagInputProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly taken: readonly Hashtag[];
  readonly onAdd: (typed: string) => void;
  readonly onRemoveLast: () => void;
}

/** The field for the next hashtag, with those in use that begin like it. */
export function HashtagInput({ ref, taken, onAdd, onRemoveLast }: HashtagInputProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(-1);
  const listId = useId();
  const suggestions = useHashtagSuggestions(typed, taken);
  const open = suggestions.length > 0;

  const type = (text: string): void => {
    setTyped(text);
    setChosen(-1);
  };
  const add = (text: string): void => {
    onAdd(text);
    type('');
  };
  const keys: Readonly<Record<string, () => boolean>> = {
    Enter: () => {
      add(suggestions[chosen] ?? typed);
      return true;
    },
    Escape: () => {
      type('');
      return typed !== '';
    },
    Backspace: () => {
      if (typed === '') onRemoveLast();
      return typed === '';
    },
    ArrowDown: () => {
      setChosen((now) => Math.min(now + 1, suggestions.length - 1));
      return open;
    },
    ArrowUp: () => {
      setChosen((now) => Math.max(now - 1, -1));
      return open;
    },
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (typed === '' && event.key === 'ArrowLeft') walk(event);
    else if (keys[event.key]?.()) event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    add(typed + event.clipboardData.getData('text/plain'));
  };

  return (
    <span className="hashtag-input">
      <input
        ref={ref}
        type="text"
        role="combobox"
        aria-label="Add hashtag"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen < 0 ? undefined : `${listId}-${chosen}`}
        placeholder="Add hashtag"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => (endsHashtag(target.value) ? add(target.value) : type(target.value))}
        onBlur={() => add(typed)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <ul id={listId} role="listbox" aria-label="Hashtags in use" hidden={!open}>
        {suggestions.map((tag, index) => (
          <li
            key={tag}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onPointerDown={(event) => {
              event.preventDefault();
              add(tag);
            }}
          >
            #{tag}
          </li>
        ))}
      </ul>
    </span>
  );
}
