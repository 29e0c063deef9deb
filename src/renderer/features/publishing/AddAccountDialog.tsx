import { useState } from 'react';
import { bridge } from '#renderer/bridge';
import { Checkbox } from '#renderer/ui/Checkbox';
import { TextField } from '#renderer/ui/TextField';
import { SignInDialog } from './SignInDialog';
import { useSignIn } from './useSignIn';

/** Asks for a site and signs in there; nothing is kept when that fails. */
export function AddAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const signIn = useSignIn();
  const [url, setUrl] = useState('');
  const [user, setUser] = useState('');
  const [allowPrivate, setAllowPrivate] = useState(false);
  const { password, remember } = signIn;
  return (
    <SignInDialog
      title="Add a WordPress site"
      about="Nutgraf signs in once to check the account. Nothing is sent until you send it."
      action="Sign in and add"
      passwordHint="Made in WordPress under Users ▸ Profile ▸ Application Passwords. Not the password you log in with."
      signIn={signIn}
      onClose={onClose}
      onSubmit={() =>
        signIn.attempt(
          () =>
            bridge.cms.addAccount({
              kind: 'wordpress',
              url: url.trim(),
              user: user.trim(),
              password,
              remember,
              allowPrivate,
            }),
          onClose,
        )
      }
    >
      <SiteAddress url={url} onUrl={setUrl} />
      {(allowPrivate || signIn.code === 'private_address') && (
        <Checkbox
          label="I mean this site on a private network"
          hint="A wrong address would hand the password to whoever answers there."
          checked={allowPrivate}
          onChange={setAllowPrivate}
        />
      )}
      <TextField
        label="User"
        required
        autoComplete="off"
        spellCheck={false}
        value={user}
        onChange={(event) => setUser(event.target.value)}
      />
    </SignInDialog>
  );
}

function SiteAddress({ url, onUrl }: { readonly url: string; readonly onUrl: (url: string) => void }) {
  return (
    <TextField
      label="Site"
      placeholder="https://"
      inputMode="url"
      required
      autoComplete="off"
      spellCheck={false}
      value={url}
      onChange={(event) => onUrl(event.target.value)}
      hint="The address of the site’s front page."
    />
  );
}
