import type { ComponentProps } from 'react';
import { classes } from './classes';
import { controlLook, Field, type FieldProps } from './Field';

export type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, 'id'>;

export function TextArea({ label, hint, problem, className, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(control) => (
        <textarea rows={3} {...rest} {...control} className={classes(controlLook, 'py-1.5', className)} />
      )}
    </Field>
  );
}
