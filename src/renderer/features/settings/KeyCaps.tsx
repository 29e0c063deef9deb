import { platform } from '#renderer/base/commands/commandKeys';
import { keyCaps, keysOf } from '#renderer/base/commands/keySigns';

/** Keys as caps, spoken as one; “None” for none. */
export function KeyCaps({ keys }: { readonly keys: string | null }) {
  if (keys === null) return <span className="text-ink-2">None</span>;
  return (
    <span className="inline-flex flex-wrap gap-1">
      <span className="sr-only">{keysOf(keys, platform())}</span>
      {keyCaps(keys, platform()).map((cap) => (
        <kbd
          key={cap}
          aria-hidden
          className="inline-flex h-[22px] min-w-6 items-center justify-center rounded-small border border-b-2 border-line-strong bg-raised px-1.5 font-sans text-meta font-medium text-ink"
        >
          {cap}
        </kbd>
      ))}
    </span>
  );
}
