import { Search } from 'lucide-react';
import { useRef } from 'react';
import { runCommand, useCommand } from '#renderer/base/commands/commandBus';
import { useCommandKeys } from '#renderer/base/commands/commandKeys';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { activateFirstRow } from './useListRows';
import { say } from '#shared/language/say';

/** Searches all articles as you type. Enter and the down arrow go to the results, Escape leaves. */
export function SearchBox() {
  const { query, search } = useNavigation();
  const keys = useCommandKeys('article.search');
  const input = useRef<HTMLInputElement>(null);
  useCommand('article.search', () => {
    input.current?.focus();
    input.current?.select();
  });
  return (
    // The hint of the keys wraps out of sight where a language leaves it no room beside the word.
    <div className="relative flex h-8 flex-wrap justify-end overflow-hidden rounded-control border border-line-strong bg-raised pe-2 has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent">
      <Search aria-hidden className="pointer-events-none absolute top-[7px] start-2.5 text-ink-3" />
      <input
        ref={input}
        type="search"
        aria-label={say('Search articles')}
        placeholder={say('Search')}
        value={query}
        maxLength={500}
        onChange={(event) => search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') search('');
          if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          activateFirstRow();
          void runCommand('view.list');
        }}
        className="peer field-sizing-content h-[30px] max-w-full min-w-0 grow bg-transparent ps-8 outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      {keys !== undefined && (
        <kbd
          aria-hidden
          className="pointer-events-none my-[5px] h-5 rounded-small border border-line bg-chrome px-1.5 font-sans text-tiny leading-[18px] text-ink-3 peer-focus:hidden peer-[:not(:placeholder-shown)]:hidden"
        >
          {keys}
        </kbd>
      )}
    </div>
  );
}
