import { X } from 'lucide-react';
import { classes } from './classes';

interface CrossButtonProps {
  /** What the button does: its accessible name. */
  readonly label: string;
  readonly onPress: () => void;
  /** Its size, and where it stands. */
  readonly className: string;
}

/** A small cross, which closes, dismisses or clears what it stands on. */
export function CrossButton({ label, onPress, className }: CrossButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onPress}
      className={classes(
        'inline-flex items-center justify-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink',
        className,
      )}
    >
      <X aria-hidden />
    </button>
  );
}
