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
import { siteName } from './siteName';
import { usePublishing } from './usePublishing';
import { useAttempt } from '#renderer/base/queries/useAttempt';

const secretWords = {
  keyring: 'is kept encrypted, by the system’s keyring.',
  session: 'is kept until Nutgraf is closed.',
  missing: 'is not known. What waits is safe, and goes once you enter it.',
} as const satisfies Record<SecretKeeping, string>;

interface AccountRowProps {
  readonly account: CmsAccountRow;
  readonly onRemove: (account: CmsAccountRow) => void;
}

function AccountRow({ account, onRemove }: AccountRowProps) {
  const { askSecret } = usePublishing();
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
        <Button onClick={() => askSecret(account)}>
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
                Remove site
              </Button>
            </>
          }
        >
          Nutgraf forgets the site, its {secret} and which post belongs to which article. Articles here and
          posts there stay.
        </Banner>
      )}
    </li>
  );
}

interface AccountsDialogProps {
  readonly accounts: readonly CmsAccountRow[];
  readonly onClose: () => void;
}

/** The sites that articles are sent to. */
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
      title="Sites"
      about="Where articles are sent."
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void runCommand('cms.addAccount')}>Add account…</Button>
          <Button onClick={onClose}>Done</Button>
        </>
      }
    >
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {accounts.length === 0 && <p className="text-ink-2">No site yet. Add one to send articles to it.</p>}
      <ul className="divide-y divide-line">
        {accounts.map((account) => (
          <AccountRow key={account.id} account={account} onRemove={(gone) => void remove(gone)} />
        ))}
      </ul>
    </Dialog>
  );
}
