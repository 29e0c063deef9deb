import type { ReactNode } from 'react';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden';

interface RailButtonProps {
  readonly sign: ReactNode;
  readonly label: string;
  readonly count: number | undefined;
  readonly chosen: boolean;
  /** Steps in from the left; 0 at the top of a tree. */
  readonly depth?: number;
  readonly onChoose: () => void;
}

/** One place of the rail that the list can show. */
export function RailButton({ sign, label, count = 0, chosen, depth = 0, onChoose }: RailButtonProps) {
  return (
    <button
      type="button"
      aria-current={chosen ? 'page' : undefined}
      onClick={onChoose}
      style={{ paddingInlineStart: 10 + depth * 14 }}
      className="flex h-[30px] w-full items-center gap-2.5 rounded-control border border-transparent pr-2.5 text-left text-ink-2 hover:bg-sunken aria-[current]:border-line aria-[current]:bg-raised aria-[current]:font-semibold aria-[current]:text-ink"
    >
      <span className="flex w-4 shrink-0 justify-center">{sign}</span>
      <span className="min-w-0 flex-1 one-line">{label}</span>
      {count > 0 && (
        <span className="text-meta font-normal text-ink-3 tabular-nums">
          {count.toLocaleString('en')}
          <VisuallyHidden>{count === 1 ? ' article' : ' articles'}</VisuallyHidden>
        </span>
      )}
    </button>
  );
}
