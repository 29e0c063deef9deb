import { LoaderCircle } from 'lucide-react';
import { VisuallyHidden } from './VisuallyHidden';

export function Spinner({ label }: { readonly label: string }) {
  return (
    <span className="inline-flex">
      <LoaderCircle aria-hidden className="animate-spin text-ink-3" />
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
