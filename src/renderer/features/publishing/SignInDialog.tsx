import { type ReactNode, useId } from 'react';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import type { CredentialField } from '#shared/domain/cmsKinds';
import { CredentialInput } from './CredentialInput';
import { Remember } from './Remember';
import type { SignIn } from './useSignIn';

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
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="main" disabled={signIn.busy}>
            {signIn.busy ? 'Signing in…' : action}
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
        <Remember what={secret.key} value={signIn.wanted} onChange={signIn.setRemember} />
      </form>
    </Dialog>
  );
}
