import { useId, useState } from 'react';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { TextField } from '#renderer/ui/TextField';
import type { CmsAccountRow } from '#shared/domain/cmsAccount';
import { siteName } from './siteName';

interface HeldDialogProps {
  readonly account: CmsAccountRow;
  /** What holds the article, in whole sentences. */
  readonly why: string;
  readonly onClose: () => void;
  readonly onSend: (reason: string) => void;
}

/** Sends an article that is held back only for a reason, which its history keeps. */
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
          label="Why it may leave"
          hint="Kept in the article’s history."
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
