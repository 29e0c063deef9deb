import { type KeyboardEvent, useEffect, useRef } from 'react';
import { platform } from '#renderer/base/commands/commandKeys';
import { pressedKeys } from '#renderer/base/commands/pressedKeys';
import { say } from '#shared/language/say';

interface KeyRecorderProps {
  /** The command whose keys these will be. */
  readonly label: string;
  readonly onPress: (keys: string | null) => void;
  /** A key that no command can have, as the system names it. */
  readonly onUnusable: (key: string) => void;
  readonly onCancel: () => void;
  /** The focus went elsewhere. */
  readonly onLeave: () => void;
}

const held: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph']);

/** Keys are pressed into it: Backspace leaves the command with none, Escape or leaving it changes nothing. */
export function KeyRecorder({ label, onPress, onUnusable, onCancel, onLeave }: KeyRecorderProps) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (held.has(event.key)) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isPlain && event.key === 'Escape') return onCancel();
    if (isPlain && (event.key === 'Backspace' || event.key === 'Delete')) return onPress(null);
    const keys = pressedKeys(event.nativeEvent, platform());
    if (keys === null) onUnusable(event.key);
    else onPress(keys);
  };
  return (
    <input
      ref={ref}
      readOnly
      value=""
      placeholder={say('Press keys')}
      aria-label={say('Press keys for “{command}”. Backspace leaves none, Escape cancels', {
        command: label,
      })}
      onKeyDown={press}
      onBlur={onLeave}
      className="h-8 w-full max-w-44 rounded-control border border-line-strong bg-raised px-2.5"
    />
  );
}
