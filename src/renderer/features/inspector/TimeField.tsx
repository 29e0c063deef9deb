import { useState } from 'react';
import type { Time } from '#shared/domain/id';
import { TextField } from '#renderer/ui/TextField';

interface TimeFieldProps {
  /** The field it shows, to which undo leads back. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: Time | null;
  readonly readOnly: boolean;
  readonly onChange: (value: Time | null) => void;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The minute in the reader's time zone, as `<input type="datetime-local">` has it. */
function shown(time: Time): string {
  const then = new Date(time);
  const day = [String(then.getFullYear()).padStart(4, '0'), two(then.getMonth() + 1), two(then.getDate())];
  return `${day.join('-')}T${two(then.getHours())}:${two(then.getMinutes())}`;
}

/**
 * A date and time in the reader's time zone; empty for none. While part of it is being typed over, the time stays as
 * it was: only a complete one, or an emptied field, changes it.
 */
export function TimeField({ name, label, hint, value, readOnly, onChange }: TimeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      type="datetime-local"
      data-field={name}
      label={label}
      hint={hint}
      max="9999-12-31T23:59"
      readOnly={readOnly}
      value={typed ?? (value === null ? '' : shown(value))}
      onChange={({ currentTarget }) => {
        const { value: text, validity } = currentTarget;
        setTyped(text);
        if (validity.badInput) return;
        const time = text === '' ? null : new Date(text).getTime();
        if (time !== value && (time === null || time >= 0)) onChange(time);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
