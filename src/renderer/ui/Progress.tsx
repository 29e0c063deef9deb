interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** Zero while it is not yet known. */
  readonly total: number;
}

export function Progress({ label, done, total }: ProgressProps) {
  return (
    <progress
      aria-label={label}
      value={done}
      max={Math.max(1, total)}
      className="h-1.5 w-full appearance-none overflow-hidden rounded-full [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-accent"
    />
  );
}
