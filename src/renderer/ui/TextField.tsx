import type { ComponentProps } from 'react';
import { classes } from './classes';
import { controlLook, Field, type FieldProps } from './Field';

type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, 'id'>;

export function TextField({ className, ...props }: TextFieldProps) {
  const { frame, own } = parted(props);
  return (
    <Field {...frame}>
      {(control) => (
        <input type="text" {...own} {...control} className={classes(controlLook, 'h-8', className)} />
      )}
    </Field>
  );
}

type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, 'id'>;

export function TextArea({ className, ...props }: TextAreaProps) {
  const { frame, own } = parted(props);
  return (
    <Field {...frame}>
      {(control) => (
        <textarea rows={3} {...own} {...control} className={classes(controlLook, 'py-1.5', className)} />
      )}
    </Field>
  );
}

/** Tells what is the field's from what is the control's own. */
function parted<Props extends FieldProps>(props: Props) {
  const { label, labelHidden, hint, problem, problemId, ...own } = props;
  return { frame: { label, labelHidden, hint, problem, problemId }, own };
}
