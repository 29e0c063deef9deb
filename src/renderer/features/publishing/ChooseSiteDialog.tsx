import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import type { CmsAccountRow } from '#shared/domain/cmsAccount';
import { siteName } from './siteName';

interface ChooseSiteDialogProps {
  readonly accounts: readonly CmsAccountRow[];
  readonly onChoose: (account: CmsAccountRow) => void;
  readonly onClose: () => void;
}

/** Asks to which of several sites the article goes. */
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
