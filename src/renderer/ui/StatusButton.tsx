import { type LucideIcon, TriangleAlert } from 'lucide-react';
import { classes } from './classes';

interface StatusButtonProps {
  readonly icon: LucideIcon;
  readonly words: string;
  /** Something went wrong: a warning sign replaces the icon. */
  readonly isWrong: boolean;
  readonly onOpen: () => void;
}

/** In the status bar, the progress of some work; opens its details. */
export function StatusButton({ icon, words, isWrong, onOpen }: StatusButtonProps) {
  const Icon = isWrong ? TriangleAlert : icon;
  return (
    <button
      type="button"
      onClick={onOpen}
      className={classes(
        'flex min-h-6 items-center gap-1.5 rounded-small hover:text-ink',
        isWrong && 'text-bad',
      )}
    >
      <Icon aria-hidden className="!size-3.5" />
      <span className="tabular-nums">{words}</span>
    </button>
  );
}
