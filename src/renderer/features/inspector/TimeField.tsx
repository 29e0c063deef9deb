import { useState } from 'react';
import type { Time } from '#shared/domain/id';
import { TextField } from '#renderer/ui/TextField';

interface TimeFieldProps {
  /** Of the field that it shows, to which undo leads back. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: Time | null;
  readonly readOnly: boolean;
  readonly onChange: (value: Time | null) => void;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The minute by the reader's own clock, as `<input type="datetime-local">` has it. */
function shown(time: Time): string {
  const then = new Date(time);
  const day = [String(then.getFullYear()).padStart(4, '0'), two(then.getMonth() + 1), two(then.getDate())];
  return `${day.join('-')}T${two(then.getHours())}:${two(then.getMinutes())}`;
}

/**
 * A day and a time by the reader's own clock; empty for none. While a part of it is being typed over, the time stays
 * what it was: only one that is whole, or a field that was emptied, changes it.
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
