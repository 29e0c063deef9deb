import { type ReactNode, useId } from 'react';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import type { CredentialField } from '#shared/domain/cmsKinds';
import { CredentialInput } from './AccountForm';
import type { SignIn } from './useSignIn';
import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/base/queries/queries';
import { Checkbox } from '#renderer/ui/Checkbox';
import { say } from '#shared/language/say';

interface SignInDialogProps {
  readonly title: string;
  readonly about: string;
  /** What the main button says. */
  readonly action: string;
  readonly secret: CredentialField;
  readonly signIn: SignIn;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  /** Fields above the secret. */
  readonly children?: ReactNode;
}

/** Asks for a site's secret, tries it, and stays open with the reason when the site refuses. */
export function SignInDialog(props: SignInDialogProps) {
  const { title, about, action, secret, signIn, onSubmit, onClose, children } = props;
  const form = useId();
  const problemId = useId();
  return (
    <Dialog
      title={title}
      about={about}
      width="small"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Cancel')}</Button>
          <Button type="submit" form={form} look="main" disabled={signIn.busy}>
            {signIn.busy ? say('Signing in…') : action}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit();
        }}
      >
        {signIn.problem !== null && (
          <div id={problemId}>
            <Banner tone="bad">{signIn.problem}</Banner>
          </div>
        )}
        {children}
        <CredentialInput
          field={secret}
          value={signIn.secret}
          onChange={signIn.setSecret}
          problemId={signIn.problem === null ? undefined : problemId}
        />
        <Remember value={signIn.wanted} onChange={signIn.setRemember} />
      </form>
    </Dialog>
  );
}

interface RememberProps {
  readonly value: boolean;
  readonly onChange: (remember: boolean) => void;
}

/** Where the secret will be kept: says plainly if the system has no keyring, or one that does not answer. */
function Remember({ value, onChange }: RememberProps) {
  const { data, isError } = useQuery(queries.keyring);
  const keyring = isError ? 'away' : data?.state;
  if (keyring === 'none') {
    return (
      <p className="rounded-card bg-sunken px-3 py-2 text-ink-2">
        {say(
          'This system has no keyring, so Nutgraf keeps what you enter only until it closes, and asks again at the next start. It is never written to disk.',
        )}
      </p>
    );
  }
  return (
    <Checkbox
      label={say('Remember for the next start')}
      hint={keyringWords(keyring)}
      checked={value}
      onChange={onChange}
    />
  );
}

/** What the keyring will do; undefined while it is asked. */
function keyringWords(state: 'usable' | 'away' | undefined): string {
  if (state === 'usable') return say('Encrypted in the system keyring.');
  if (state === undefined)
    return say('Asking the system keyring. It may want to be unlocked, in a window of its own.');
  return say(
    'The system keyring does not answer. Unlock it, or allow Nutgraf to use it, before you sign in.',
  );
}
