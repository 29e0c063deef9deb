import { bridge } from '#renderer/bridge';
import type { CmsAccountRow } from '#shared/domain/cmsAccount';
import { openFields, secretField } from '#shared/domain/cmsKindWords';
import { say } from '#shared/language/say';
import { siteName } from './siteWords';
import { SignInDialog } from './SignInDialog';
import { useSignIn } from './useSignIn';

interface SecretDialogProps {
  readonly account: CmsAccountRow;
  readonly onClose: () => void;
  readonly onEntered: () => void;
}

/** Asks for the secret of an existing account. */
export function SecretDialog({ account, onClose, onEntered }: SecretDialogProps) {
  const signIn = useSignIn();
  const { secret, remember } = signIn;
  const field = secretField(account.kind);
  const [whose = siteName(account)] = openFields(account.kind).flatMap(
    ({ key }) => account.fields[key] ?? [],
  );
  return (
    <SignInDialog
      title={say('{secret} for {site}', { secret: capital(field.name()), site: siteName(account) })}
      about={say('{secret} for {whose}. What is waiting to be sent is safe.', {
        secret: field.label(),
        whose,
      })}
      action={say('Sign in')}
      secret={{ ...field, hint: null }}
      signIn={signIn}
      onClose={onClose}
      onSubmit={() =>
        signIn.attempt(
          () => bridge.cms.enterSecret({ accountId: account.id, secret, remember }),
          () => {
            onClose();
            onEntered();
          },
        )
      }
    />
  );
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
