import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from './classes';
import { Tooltip } from './Tooltip';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** What the button does: its accessible name, and its tooltip. */
  readonly label: string;
  readonly icon: LucideIcon;
  /** The shortcut as it is shown. */
  readonly keys?: string | undefined;
  /** For a button that is on or off. */
  readonly pressed?: boolean;
}

export function IconButton({ label, icon: Icon, keys, pressed, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        className={classes(
          'inline-flex size-7 shrink-0 items-center justify-center rounded-control text-ink-2',
          'enabled:hover:bg-sunken enabled:hover:text-ink disabled:opacity-45',
          'aria-pressed:bg-accent-soft aria-pressed:text-accent',
          className,
        )}
        {...rest}
      >
        <Icon aria-hidden />
      </button>
    </Tooltip>
  );
}
