import { useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, Ref } from 'react';
import type { Hashtag } from '#shared/domain/hashtag';
import { walkChips } from './walkChips';
import { endsHashtag } from './typedHashtags';
import { useHashtagSuggestions } from './useHashtagSuggestions';

export interface HashtagInputProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly taken: readonly Hashtag[];
  readonly onAdd: (typed: string) => void;
  readonly onRemoveLast: () => void;
  /** Of the element that says why what was typed was refused. */
  readonly problemId?: string | undefined;
}

/**
 * What is being typed as a hashtag: a divider or Enter adds it, the arrow keys choose among those in use. What is being
 * composed holds spaces and commas of its own, so it adds nothing before its end.
 */
export function useHashtagTyping({ taken, onAdd, onRemoveLast }: Omit<HashtagInputProps, 'ref'>) {
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
