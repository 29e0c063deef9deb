import { Keyboard } from 'lucide-react';
import { platform } from '#renderer/base/commands/commandKeys';
import { keysOf } from '#renderer/base/commands/keySigns';
import { pressedKeys } from '#renderer/base/commands/pressedKeys';
import { controlLook } from '#renderer/ui/Field';
import { classes } from '#renderer/ui/classes';
import { whyReserved } from '#shared/commands/reservedKeys';
import { say } from '#shared/language/say';
import type { KeyQuery } from './keyRows';

interface KeyFindProps {
  readonly query: KeyQuery;
  readonly onFind: (query: KeyQuery) => void;
}

/** What was typed into the keys that the field shows: they are gone, and it is the beginning of a name. */
const typedBy = (event: Event): string => (event instanceof InputEvent ? (event.data ?? '') : '');

/** Finds commands by a name that is typed, or by keys that are pressed; those that the field needs are its own. */
export function KeyFind({ query, onFind }: KeyFindProps) {
  return (
    <div className="relative min-w-52 flex-1">
      <Keyboard aria-hidden className="pointer-events-none absolute top-2 start-2.5 text-ink-3" />
      <input
        type="text"
        aria-label={say('Find commands by name or by pressing keys')}
        placeholder={say('Find by name or by pressing keys')}
        value={query.kind === 'keys' ? keysOf(query.keys, platform()) : query.text}
        maxLength={100}
        onChange={({ target, nativeEvent }) =>
          onFind({ kind: 'text', text: query.kind === 'keys' ? typedBy(nativeEvent) : target.value })
        }
        onKeyDown={(event) => {
          const keys = pressedKeys(event.nativeEvent, platform());
          const isEmpty = query.kind === 'text' && query.text === '';
          if (keys !== null && whyReserved(keys, platform()) === null) onFind({ kind: 'keys', keys });
          else if (event.key === 'Escape' && !isEmpty) onFind({ kind: 'text', text: '' });
          else return;
          event.preventDefault();
        }}
        className={classes(controlLook, 'h-8 ps-8')}
      />
    </div>
  );
}
