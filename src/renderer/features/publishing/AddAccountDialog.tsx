import { useState } from 'react';
import { bridge } from '#renderer/bridge';
import { Checkbox } from '#renderer/ui/Checkbox';
import { cmsKindIds, cmsKindRow, openFields, secretField } from '#shared/domain/cmsKindWords';
import { say } from '#shared/language/say';
import { type AccountDraft, AccountForm } from './AccountForm';
import { SignInDialog } from './SignInDialog';
import { useSignIn } from './useSignIn';

/** Asks for a site and signs in there; nothing is kept if that fails. */
export function AddAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const signIn = useSignIn();
  const [draft, setDraft] = useState<AccountDraft>({ kind: cmsKindIds[0], url: '', fields: {} });
  const [allowPrivate, setAllowPrivate] = useState(false);
  const { kind, url } = draft;
  const secret = secretField(kind);
  const change = (next: AccountDraft): void => {
    setDraft(next);
    if (next.kind === kind) return;
    signIn.startAnew();
    setAllowPrivate(false);
  };
  const add = () =>
    bridge.cms.addAccount({
      kind,
      url: url.trim(),
      credentials: credentialsOf(draft, signIn.secret),
      remember: signIn.remember,
      allowPrivate,
    });
  return (
    <SignInDialog
      title={say('Add a {system} account', { system: cmsKindRow(kind).name })}
      about={say('Nutgraf signs in to check the account. No article is sent until you send it.')}
      action={say('Sign in and add')}
      secret={secret}
      signIn={signIn}
      onClose={onClose}
      onSubmit={() => signIn.attempt(add, onClose)}
    >
      <AccountForm draft={draft} onChange={change}>
        {(allowPrivate || signIn.code === 'private_address') && (
          <Checkbox
            label={say('Yes, this site is on a private network')}
            hint={say('With a wrong address, what you enter would go to whoever answers there.')}
            checked={allowPrivate}
            onChange={setAllowPrivate}
          />
        )}
      </AccountForm>
    </SignInDialog>
  );
}

function credentialsOf({ kind, fields }: AccountDraft, secret: string): Record<string, string> {
  const open = openFields(kind).map(({ key }) => [key, fields[key] ?? ''] as const);
  return Object.fromEntries([...open, [secretField(kind).key, secret] as const]);
}
