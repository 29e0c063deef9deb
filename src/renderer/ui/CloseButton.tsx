import { say } from '#shared/language/say';
import { CrossButton } from './CrossButton';

/** Closes a dialog, in its corner. It comes last, so that the focus starts on the dialog's content. */
export const CloseButton = ({ onClose }: { readonly onClose: () => void }) => (
  <CrossButton label={say('Close')} onPress={onClose} className="absolute top-3.5 end-3.5 size-7" />
);
