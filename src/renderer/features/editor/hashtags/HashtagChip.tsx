import { X } from 'lucide-react';
import type { Hashtag } from '#shared/domain/hashtag';
import { walkChips } from './walkChips';

interface HashtagChipProps {
  readonly tag: Hashtag;
  readonly readOnly: boolean;
  readonly onRemove: () => void;
  readonly onMove: (step: 1 | -1) => void;
}

const moves: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };

/** One hashtag. The arrow keys walk along the chips, with Alt they move it; Delete and Backspace take it away. */
export function HashtagChip({ tag, readOnly, onRemove, onMove }: HashtagChipProps) {
  return (
    <span className="hashtag" dir="auto">
      #{tag}
      {!readOnly && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Remove #${tag}`}
          aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
          onClick={onRemove}
          onKeyDown={(event) => {
            const step = event.altKey ? moves[event.key] : undefined;
            if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
            else if (step === undefined) walkChips(event);
            else {
              event.preventDefault();
              onMove(step);
            }
          }}
        >
          <X aria-hidden />
        </button>
      )}
    </span>
  );
}
