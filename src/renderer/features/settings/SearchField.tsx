import { Search } from 'lucide-react';
import { useRef } from 'react';
import { useSettledAnnouncement } from '#renderer/base/notices/announce';
import { CrossButton } from '#renderer/ui/CrossButton';
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
    <div className="@container relative min-w-52 flex-1 min-[900px]:w-[340px] min-[900px]:flex-none">
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
          query !== '' && 'pe-9 @min-[320px]:pe-56',
        )}
      />
      {query.trim() !== '' && (
        <Found
          words={words}
          onClear={() => {
            onSearch('');
            field.current?.focus();
          }}
        />
      )}
    </div>
  );
}

interface FoundProps {
  readonly words: string;
  readonly onClear: () => void;
}

/** How much was found, where there is room for it beside what is typed, and what empties the field. */
function Found({ words, onClear }: FoundProps) {
  return (
    <span className="pointer-events-none absolute inset-y-0 end-1 flex items-center gap-1.5 text-meta text-ink-2">
      <span aria-hidden className="hidden @min-[320px]:inline">
        {words}
      </span>
      <CrossButton label={say('Clear the search')} onPress={onClear} className="pointer-events-auto size-6" />
    </span>
  );
}
