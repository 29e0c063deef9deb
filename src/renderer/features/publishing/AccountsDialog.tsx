import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { runCommand } from '#renderer/base/commands/commandBus';
import { bridge } from '#renderer/bridge';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden';
import type { CmsAccountRow, SecretKeeping } from '#shared/domain/cmsAccount';
import { accountWords, secretField } from '#shared/domain/cmsKindWords';
import { showPublishing } from './sending';
import { useAttempt } from '#renderer/base/queries/useAttempt';
import { siteName } from './siteWords';

const secretWords = {
  keyring: 'is encrypted in the system keyring.',
  session: 'is kept until Nutgraf closes.',
  missing: 'is missing. What is waiting is safe, and goes out once you enter it.',
} as const satisfies Record<SecretKeeping, string>;

interface AccountRowProps {
  readonly account: CmsAccountRow;
  readonly onRemove: (account: CmsAccountRow) => void;
}

function AccountRow({ account, onRemove }: AccountRowProps) {
  const secret = secretField(account.kind).key;
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
          <div className="one-line font-semibold">{siteName(account)}</div>
          <div className="selectable one-line text-meta text-ink-2">
            {accountWords(account)} · {account.url}
          </div>
          <div className={account.secret === 'missing' ? 'text-meta text-warn' : 'text-meta text-ink-3'}>
            The {secret} {secretWords[account.secret]}
          </div>
        </div>
        <Button onClick={() => showPublishing({ kind: 'secret', account, thenSend: null })}>
          Enter {secret}…<VisuallyHidden> for {siteName(account)}</VisuallyHidden>
        </Button>
        <Button ref={removeButton} look="danger" onClick={() => setRemoving(true)}>
          Remove…<VisuallyHidden> {siteName(account)}</VisuallyHidden>
        </Button>
      </div>
      {removing && (
        <Banner
          tone="warn"
          actions={
            <>
              <Button onClick={keep}>Keep</Button>
              <Button look="danger" onClick={() => onRemove(account)}>
                Remove account
              </Button>
            </>
          }
        >
          Nutgraf forgets this account, its {secret} and which post belongs to which article. Articles here
          and posts on the site are kept.
        </Banner>
      )}
    </li>
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
      title="Accounts"
      about="The sites your articles are sent to."
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void runCommand('cms.addAccount')}>Add account…</Button>
          <Button onClick={onClose}>Done</Button>
        </>
      }
    >
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {accounts.length === 0 && (
        <p className="text-ink-2">No accounts yet. Add one to send articles to a site.</p>
      )}
      <ul className="divide-y divide-line">
        {accounts.map((account) => (
          <AccountRow key={account.id} account={account} onRemove={(gone) => void remove(gone)} />
        ))}
      </ul>
    </Dialog>
  );
}
