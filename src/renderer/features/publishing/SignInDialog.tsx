import { type ReactNode, useId } from 'react';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { TextField } from '#renderer/ui/TextField';
import { Remember } from './Remember';
import type { SignIn } from './useSignIn';

interface SignInDialogProps {
  readonly title: string;
  readonly about: string;
  /** What the main button says. */
  readonly action: string;
  readonly passwordHint?: string;
  readonly signIn: SignIn;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  /** Fields above the password. */
  readonly children?: ReactNode;
}

/** Asks for an application password, tries it, and stays open with the reason when the site refuses. */
export function SignInDialog(props: SignInDialogProps) {
  const { title, about, action, passwordHint, signIn, onSubmit, onClose, children } = props;
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
        <TextField
          label="Application password"
          type="password"
          required
          autoComplete="off"
          value={signIn.password}
          onChange={(event) => signIn.setPassword(event.target.value)}
          hint={passwordHint}
          problemId={signIn.problem === null ? undefined : problemId}
        />
        <Remember value={signIn.wanted} onChange={signIn.setRemember} />
      </form>
    </Dialog>
  );
}
