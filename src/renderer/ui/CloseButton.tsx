import { X } from 'lucide-react';
import { say } from '#shared/language/say';

/** Closes a dialog, in its corner. It comes last, so that the focus starts on the dialog's content. */
export function CloseButton({ onClose }: { readonly onClose: () => void }) {
  return (
    <button
      type="button"
      aria-label={say('Close')}
      onClick={onClose}
      className="absolute top-3.5 end-3.5 inline-flex size-7 items-center justify-center rounded-control text-ink-2 hover:bg-sunken"
    >
      <X aria-hidden />
    </button>
  );
}
