import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Hashtag } from '#shared/domain/hashtag';

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
            else walk(event);
          }}
        >
          <X aria-hidden />
        </button>
      )}
    </span>
  );
}

/** Moves the focus to the chip before or behind, and from the last one to the field. */
export function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const group = event.currentTarget.closest('[role=group]');
  if (step === undefined || !group) return;
  const stops = [...group.querySelectorAll<HTMLElement>('.hashtag button, input')];
  const next = stops[stops.indexOf(event.currentTarget) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
