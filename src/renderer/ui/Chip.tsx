import { X } from 'lucide-react';
import type { ReactNode } from 'react';

interface ChipProps {
  readonly children: ReactNode;
  /** With it the chip has a button that takes it away, named by `removeLabel`. */
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
}

export function Chip({ children, onRemove, removeLabel = 'Remove' }: ChipProps) {
  return (
    <span className="inline-flex h-6 max-w-full items-center gap-1 rounded-chip bg-sunken px-2.5 text-meta text-ink-2">
      <span className="one-line">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="-mr-2.5 inline-flex size-6 items-center justify-center rounded-full hover:text-bad [&>svg]:size-3"
        >
          <X aria-hidden />
        </button>
      )}
    </span>
  );
}
