import type { ComponentProps } from 'react';
import { classes } from './classes';
import { controlLook, Field, type FieldProps } from './Field';

export type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, 'id'>;

export function TextField({
  label,
  labelHidden,
  hint,
  problem,
  problemId,
  className,
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} problem={problem} problemId={problemId}>
      {(control) => (
        <input type="text" {...rest} {...control} className={classes(controlLook, 'h-8', className)} />
      )}
    </Field>
  );
}
