import { useQuery } from '@tanstack/react-query';
import { useId, useState, type ClipboardEvent, type KeyboardEvent, type Ref } from 'react';
import { bridge } from '#renderer/bridge';
import { type Hashtag, hashtagKey, toHashtag } from '#shared/domain/hashtag';
import { endsHashtag } from './typedHashtags';
import { say } from '#shared/language/say';

const ROW_HEIGHT = 28;

/** The field for the next hashtag, with suggestions of those in use. */
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
        aria-label={say('Add hashtag')}
        data-field="hashtags"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-invalid={problemId !== undefined}
        aria-describedby={problemId}
        aria-activedescendant={chosen < 0 ? undefined : `${listId}-${chosen}`}
        placeholder={say('Add hashtag')}
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
      aria-label={say('Hashtags in use')}
      tabIndex={-1}
      size={Math.max(2, suggestions.length)}
      hidden={suggestions.length === 0}
      style={{ height: suggestions.length * ROW_HEIGHT + 10 }}
      value={suggestions[chosen] ?? ''}
      onChange={({ target }) => onChoose(target.value)}
    >
      <option value="" hidden>
        {say('None chosen')}
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

interface HashtagInputProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly taken: readonly Hashtag[];
  readonly onAdd: (typed: string) => void;
  readonly onRemoveLast: () => void;
  /** The id of the element that says why what was typed was refused. */
  readonly problemId?: string | undefined;
}

/**
 * A hashtag being typed: a separator or Enter adds it, the arrow keys choose among those in use. A composition may
 * contain spaces and commas of its own, so it adds nothing before it ends.
 */
function useHashtagTyping({ taken, onAdd, onRemoveLast }: Omit<HashtagInputProps, 'ref'>) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(-1);
  const suggestions = useHashtagSuggestions(typed, taken);

  const type = (text: string): void => {
    setTyped(text);
    setChosen(-1);
  };
  const add = (text: string): void => {
    if (text !== '') onAdd(text);
    type('');
  };
  const choose = (step: 1 | -1): void => {
    setChosen((now) => Math.max(-1, Math.min(now + step, suggestions.length - 1)));
  };
  const keys: Readonly<Record<string, () => void>> = {
    Enter: () => add(suggestions[chosen] ?? typed),
    ...(typed === '' ? { Backspace: onRemoveLast } : { Escape: () => type('') }),
    ...(suggestions.length > 0 ? { ArrowDown: () => choose(1), ArrowUp: () => choose(-1) } : {}),
  };

  return {
    typed,
    suggestions,
    chosen,
    add,
    change: (text: string, composing: boolean) => (!composing && endsHashtag(text) ? add(text) : type(text)),
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      const run = keys[event.key];
      if (run) {
        event.preventDefault();
        run();
      } else if (typed === '') walkChips(event);
    },
    onPaste: (event: ClipboardEvent) => {
      event.preventDefault();
      add(typed + event.clipboardData.getData('text/plain'));
    },
  };
}

const NONE: readonly Hashtag[] = [];

/** Hashtags in use that begin like what is typed, most used first, without those the article has. */
function useHashtagSuggestions(typed: string, taken: readonly Hashtag[]): readonly Hashtag[] {
  const prefix = toHashtag(typed) ?? '';
  const { data } = useQuery({
    queryKey: ['hashtags', prefix],
    queryFn: () => bridge.hashtags.suggest({ prefix }),
    enabled: prefix !== '',
    staleTime: 0,
    placeholderData: (before) => before,
  });
  if (prefix === '' || !data) return NONE;
  const has = new Set(taken.map(hashtagKey));
  return data.map(({ tag }) => tag).filter((tag) => !has.has(hashtagKey(tag)));
}

const steps: Readonly<Record<string, readonly [inLeftToRight: 1 | -1, inRightToLeft: 1 | -1]>> = {
  ArrowLeft: [-1, 1],
  ArrowRight: [1, -1],
};

/** Where an arrow key leads among the chips, which run as the story does. */
export function stepAmongChips({ key, currentTarget }: KeyboardEvent<HTMLElement>): 1 | -1 | undefined {
  const group = currentTarget.closest('fieldset');
  const isRightToLeft = group !== null && getComputedStyle(group).direction === 'rtl';
  return steps[key]?.[isRightToLeft ? 1 : 0];
}

/** Moves the focus to the previous or next chip, and between the last chip and the field. */
export function walkChips(event: KeyboardEvent<HTMLElement>): void {
  const step = stepAmongChips(event);
  const group = event.currentTarget.closest('fieldset');
  if (step === undefined || !group) return;
  const stops = [...group.querySelectorAll<HTMLElement>('.hashtag button, input')];
  const next = stops[stops.indexOf(event.currentTarget) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
