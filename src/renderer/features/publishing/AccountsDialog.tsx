import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { runCommand } from '#renderer/base/commands/commandBus';
import { bridge } from '#renderer/bridge';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { RemovalBanner } from '#renderer/ui/RemovalBanner';
import { Dialog } from '#renderer/ui/Dialog';
import type { CmsAccountRow, SecretKeeping } from '#shared/domain/cmsAccount';
import { accountWords, secretField } from '#shared/domain/cmsKindWords';
import { showPublishing } from './sending';
import { useAttempt } from '#renderer/base/queries/useAttempt';
import { say } from '#shared/language/say';
import { siteName } from './siteWords';

const secretWords: Readonly<Record<SecretKeeping, (secret: string) => string>> = {
  keyring: (secret) => say('Encrypted in the system keyring: {secret}.', { secret }),
  session: (secret) => say('Kept until Nutgraf closes: {secret}.', { secret }),
  missing: (secret) =>
    say('Missing: {secret}. What is waiting is safe, and goes out once you enter it.', { secret }),
};

interface AccountRowProps {
  readonly account: CmsAccountRow;
  readonly onRemove: (account: CmsAccountRow) => void;
}

function AccountRow({ account, onRemove }: AccountRowProps) {
  const secret = secretField(account.kind).name();
  const site = siteName(account);
  const [removing, setRemoving] = useState(false);
  const removeButton = useRef<HTMLButtonElement>(null);
  const keep = () => {
    setRemoving(false);
    removeButton.current?.focus();
  };
  return (
    <li className="space-y-2 py-3 first:pt-0">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-40 flex-1">
          <div className="one-line font-semibold">{site}</div>
          <div className="selectable one-line text-meta text-ink-2">
            {accountWords(account)} · <bdi>{account.url}</bdi>
          </div>
          <div className={account.secret === 'missing' ? 'text-meta text-warn' : 'text-meta text-ink-3'}>
            {secretWords[account.secret](secret)}
          </div>
        </div>
        <Button
          aria-label={say('Enter {secret}… for {site}', { secret, site })}
          onClick={() => showPublishing({ kind: 'secret', account, thenSend: null })}
        >
          {say('Enter {secret}…', { secret })}
        </Button>
        <Button
          ref={removeButton}
          look="danger"
          aria-label={say('Remove… {site}', { site })}
          onClick={() => setRemoving(true)}
        >
          {say('Remove…')}
        </Button>
      </div>
      {removing && <Removal onKeep={keep} onRemove={() => onRemove(account)} />}
    </li>
  );
}

interface RemovalProps {
  readonly onKeep: () => void;
  readonly onRemove: () => void;
}

/** Says what goes with an account, and what is kept, before it is removed. */
function Removal({ onKeep, onRemove }: RemovalProps) {
  return (
    <RemovalBanner remove={say('Remove account')} onKeep={onKeep} onRemove={onRemove}>
      {say(
        'Nutgraf forgets this account, what it signs in with and which post belongs to which article. Articles here and posts on the site are kept.',
      )}
    </RemovalBanner>
  );
}

interface AccountsDialogProps {
  readonly accounts: readonly CmsAccountRow[];
  readonly onClose: () => void;
}

/** The accounts that articles are sent through. */
export function AccountsDialog({ accounts, onClose }: AccountsDialogProps) {
  const client = useQueryClient();
  const { problem, attempt } = useAttempt();
  const remove = (account: CmsAccountRow) =>
    attempt(async () => {
      await bridge.cms.removeAccount({ accountId: account.id });
      await client.invalidateQueries({ queryKey: ['cms'] });
    });
  return (
    <Dialog
      title={say('Accounts')}
      about={say('The sites your articles are sent to.')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void runCommand('cms.addAccount')}>{say('Add account…')}</Button>
          <Button onClick={onClose}>{say('Done')}</Button>
        </>
      }
    >
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {accounts.length === 0 && (
        <p className="text-ink-2">{say('No accounts yet. Add one to send articles to a site.')}</p>
      )}
      <ul className="divide-y divide-line">
        {accounts.map((account) => (
          <AccountRow key={account.id} account={account} onRemove={(gone) => void remove(gone)} />
        ))}
      </ul>
    </Dialog>
  );
}
