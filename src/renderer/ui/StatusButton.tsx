import { type LucideIcon, TriangleAlert } from 'lucide-react';
import { classes } from './classes';

interface StatusButtonProps {
  readonly icon: LucideIcon;
  readonly words: string;
  /** Something went wrong: the sign of a warning stands in the icon's place. */
  readonly isWrong: boolean;
  readonly onOpen: () => void;
}

/** In the status bar, how far a piece of work is; opens what there is to know of it. */
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
