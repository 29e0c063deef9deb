import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from './classes';
import { controlLook, Field, type FieldProps } from './Field';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectProps<Value extends string>
  extends FieldProps, Omit<ComponentProps<'select'>, 'id' | 'value' | 'onChange' | 'children'> {
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** The system's own list of choices, with its keyboard, type-ahead and screen reader support. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, labelHidden, hint, describedBy, problem, problemId, choices, ...others } = props;
  const { value, onChange, className, ...rest } = others;
  return (
    <Field {...{ label, labelHidden, hint, describedBy, problem, problemId }}>
      {(control) => (
        <span className="relative">
          <select
            {...rest}
            {...control}
            value={value}
            onChange={(event) => onChange(event.target.value as Value)}
            className={classes(controlLook, 'h-8 appearance-none pe-8 leading-[2]', className)}
          >
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden className="pointer-events-none absolute top-2 end-2.5 text-ink-3" />
        </span>
      )}
    </Field>
  );
}
