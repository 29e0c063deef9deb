import { useId, useState } from 'react';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { TextField } from '#renderer/ui/TextField';
import type { CmsAccountRow } from '#shared/domain/cmsAccount';
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
      title="Send to which site?"
      about="The article goes there as a draft."
      width="small"
      onClose={onClose}
    >
      <ul className="space-y-2">
        {accounts.map((account) => (
          <li key={account.id} className="flex items-center gap-3">
            <div className="min-w-0 flex-1">
              <div className="one-line font-semibold">{siteName(account)}</div>
              <div className="one-line text-meta text-ink-2">{account.url}</div>
            </div>
            <Button onClick={() => onChoose(account)}>
              Send<span className="sr-only"> to {siteName(account)}</span>
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
      title="This article is held back"
      about={why}
      width="small"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Don’t send</Button>
          <Button type="submit" form={form} disabled={reason.trim() === ''}>
            Send to {siteName(account)} all the same
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
          label="Why it may go out"
          hint="Kept in the article’s history."
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
