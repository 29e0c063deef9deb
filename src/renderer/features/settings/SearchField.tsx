import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { useSettledAnnouncement } from '#renderer/base/notices/announce';
import { controlLook } from '#renderer/ui/Field';
import { classes } from '#renderer/ui/classes';
import { say } from '#shared/language/say';

interface SearchFieldProps {
  readonly query: string;
  readonly onSearch: (query: string) => void;
  /** How many entries have what is looked for. */
  readonly found: number;
  /** Goes to the next hit, or with Shift to the one before. */
  readonly onStep: (by: 1 | -1) => void;
  /** Goes on to what the current hit is set with. */
  readonly onEnter: () => void;
}

/** Looks for settings: Enter goes from hit to hit, the down arrow into the one it is at, Escape clears the field. */
export function SearchField({ query, onSearch, found, onStep, onEnter }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const words = say('{found, plural, =0 {Nothing found} other {# found, Enter goes to the next}}', { found });
  useSettledAnnouncement(query.trim() === '' ? null : words);
  return (
    <div className="relative min-w-52 flex-1 min-[900px]:w-[340px] min-[900px]:flex-none">
      <Search aria-hidden className="pointer-events-none absolute top-2 start-2.5 text-ink-3" />
      <input
        ref={field}
        data-first-focus
        type="search"
        aria-label={say('Search settings')}
        placeholder={say('Search settings')}
        value={query}
        maxLength={100}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
          else if (event.key === 'ArrowDown') onEnter();
          else if (event.key === 'Escape' && query !== '') onSearch('');
          else return;
          event.preventDefault();
        }}
        className={classes(
          controlLook,
          'h-8 pe-2.5 ps-8 [&::-webkit-search-cancel-button]:hidden',
          query !== '' && 'pe-56',
        )}
      />
      {query.trim() !== '' && (
        <span className="absolute inset-y-0 end-1 flex items-center gap-1.5 text-meta text-ink-2">
          <span aria-hidden>{words}</span>
          <button
            type="button"
            aria-label={say('Clear the search')}
            onClick={() => {
              onSearch('');
              field.current?.focus();
            }}
            className="inline-flex size-6 items-center justify-center rounded-control hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden />
          </button>
        </span>
      )}
    </div>
  );
}
