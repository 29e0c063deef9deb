import { useId, useState } from 'react';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { TextField } from '#renderer/ui/TextField';
import type { CmsAccountRow } from '#shared/domain/cmsAccount';
import { say } from '#shared/language/say';
import { siteName } from './siteWords';

interface ChooseSiteDialogProps {
  readonly accounts: readonly CmsAccountRow[];
  readonly onChoose: (account: CmsAccountRow) => void;
  readonly onClose: () => void;
}

/** Asks which of several sites the article goes to. */
export function ChooseSiteDialog({ accounts, onChoose, onClose }: ChooseSiteDialogProps) {
  return (
    <Dialog
      title={say('Send to which site?')}
      about={say('The article goes there as a draft.')}
      width="small"
      onClose={onClose}
    >
      <ul className="space-y-2">
        {accounts.map((account) => (
          <li key={account.id} className="flex items-center gap-3">
            <div className="min-w-0 flex-1">
              <div className="one-line font-semibold">{siteName(account)}</div>
              <div className="one-line text-meta text-ink-2">
                <bdi>{account.url}</bdi>
              </div>
            </div>
            <Button
              aria-label={say('Send to {site}', { site: siteName(account) })}
              onClick={() => onChoose(account)}
            >
              {say('Send')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface HeldDialogProps {
  readonly account: CmsAccountRow;
  /** What holds the article back, in whole sentences. */
  readonly why: string;
  readonly onClose: () => void;
  readonly onSend: (reason: string) => void;
}

/** Sends an article that is held back, only for a reason, which its history keeps. */
export function HeldDialog({ account, why, onClose, onSend }: HeldDialogProps) {
  const form = useId();
  const [reason, setReason] = useState('');
  return (
    <Dialog
      title={say('This article is held back')}
      about={why}
      width="small"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Don’t send')}</Button>
          <Button type="submit" form={form} disabled={reason.trim() === ''}>
            {say('Send to {site} all the same', { site: siteName(account) })}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') onSend(reason);
        }}
      >
        <TextField
          label={say('Why it may go out')}
          hint={say('Kept in the article’s history.')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
