import { bridge } from '#renderer/bridge';
import type { CmsAccountRow } from '#shared/domain/cmsAccount';
import { siteName } from './cmsNames';
import { SignInDialog } from './SignInDialog';
import { useSignIn } from './useSignIn';

interface PasswordDialogProps {
  readonly account: CmsAccountRow;
  readonly onClose: () => void;
  readonly onEntered: () => void;
}

/** Asks for the password of a site that is known. */
export function PasswordDialog({ account, onClose, onEntered }: PasswordDialogProps) {
  const signIn = useSignIn();
  const { password, remember } = signIn;
  return (
    <SignInDialog
      title={`Password for ${siteName(account)}`}
      about={`The application password of ${account.user}. What waits to be sent is safe meanwhile.`}
      action="Sign in"
      signIn={signIn}
      onClose={onClose}
      onSubmit={() =>
        signIn.attempt(
          () => bridge.cms.enterPassword({ accountId: account.id, password, remember }),
          () => {
            onClose();
            onEntered();
          },
        )
      }
    />
  );
}
