import type { ComponentProps } from 'react';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'checked' | 'onChange'> {
  readonly label: string;
  /** What it means, in a quieter line below. */
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A yes or no, with a clickable label. */
export function Checkbox({ label, hint, checked, onChange, ...rest }: CheckboxProps) {
  return (
    <label className="flex min-h-6 items-start gap-2.5">
      <input
        type="checkbox"
        {...rest}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-6 shrink-0 scale-75 accent-accent"
      />
      <span>
        {label}
        {hint !== undefined && <span className="block text-meta text-ink-3">{hint}</span>}
      </span>
    </label>
  );
}
