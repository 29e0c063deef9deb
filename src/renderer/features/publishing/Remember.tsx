import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/base/queries/queries';
import { Checkbox } from '#renderer/ui/Checkbox';

interface RememberProps {
  /** What is kept, in one word. */
  readonly what: string;
  readonly value: boolean;
  readonly onChange: (remember: boolean) => void;
}

/** Where the secret will be kept: asked where the system has a keyring, said plainly where it has none. */
export function Remember({ what, value, onChange }: RememberProps) {
  const keyring = useQuery(queries.keyring).data;
  if (keyring === undefined) return null;
  if (!keyring.available) {
    return (
      <p className="rounded-card bg-sunken px-3 py-2 text-ink-2">
        This system offers no keyring, so Nutgraf keeps the {what} only until it is closed and asks again at
        the next start. It is never written to the disk.
      </p>
    );
  }
  return (
    <Checkbox
      label={`Remember the ${what}`}
      hint="Encrypted, with a key that the system’s keyring holds."
      checked={value}
      onChange={onChange}
    />
  );
}
