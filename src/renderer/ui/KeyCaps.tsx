interface KeyCapsProps {
  /** Each key as this system writes it. */
  readonly caps: readonly string[];
  /** All of them as one, for those who hear it. */
  readonly spoken: string;
}

/** Keys as caps, spoken as one; in the order in which they are pressed, which no language turns round. */
export function KeyCaps({ caps, spoken }: KeyCapsProps) {
  return (
    <span dir="ltr" className="inline-flex flex-wrap gap-1">
      <span className="sr-only">{spoken}</span>
      {caps.map((cap) => (
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
