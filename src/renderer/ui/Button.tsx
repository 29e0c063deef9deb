import type { ComponentProps } from 'react';
import { classes } from './classes';

const looks = {
  /** The one main action of a view. */
  main: 'border-accent bg-accent text-accent-ink enabled:hover:brightness-110',
  plain: 'border-line-strong bg-raised text-ink enabled:hover:bg-sunken',
  quiet: 'border-transparent bg-transparent text-ink-2 enabled:hover:bg-sunken enabled:hover:text-ink',
  link: 'border-transparent bg-transparent text-accent enabled:hover:bg-accent-soft',
  danger: 'border-line-strong bg-raised text-bad enabled:hover:bg-bad-soft',
} as const;

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: keyof typeof looks;
}

export function Button({ look = 'plain', className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={classes(
        'inline-flex h-8 shrink-0 items-center justify-center gap-2 rounded-control border px-3 font-medium whitespace-nowrap',
        'disabled:opacity-55',
        looks[look],
        className,
      )}
      {...rest}
    />
  );
}
