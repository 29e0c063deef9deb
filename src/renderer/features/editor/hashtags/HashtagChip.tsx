import { X } from 'lucide-react';
import type { Hashtag } from '#shared/domain/hashtag';
import { walkChips } from './walkChips';

interface HashtagChipProps {
  readonly tag: Hashtag;
  readonly readOnly: boolean;
  readonly onRemove: () => void;
}

/** One hashtag. The arrow keys walk along the chips; Delete and Backspace take one away. */
export function HashtagChip({ tag, readOnly, onRemove }: HashtagChipProps) {
  return (
    <span className="hashtag" dir="auto">
      #{tag}
      {!readOnly && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Remove #${tag}`}
          onClick={onRemove}
          onKeyDown={(event) => {
            if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
            else walkChips(event);
          }}
        >
          <X aria-hidden />
        </button>
      )}
    </span>
  );
}
