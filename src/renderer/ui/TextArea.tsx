import type { ComponentProps } from 'react';
import { classes } from './classes';
import { controlLook, Field, type FieldProps } from './Field';

export type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, 'id'>;

export function TextArea({
  label,
  labelHidden,
  hint,
  problem,
  problemId,
  className,
  ...rest
}: TextAreaProps) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} problem={problem} problemId={problemId}>
      {(control) => (
        <textarea rows={3} {...rest} {...control} className={classes(controlLook, 'py-1.5', className)} />
      )}
    </Field>
  );
}
