import { useQuery } from '@tanstack/react-query';
import { useCommand } from '#renderer/base/commands/commandBus';
import { useCommandContext } from '#renderer/base/commands/context';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { queries } from '#renderer/base/queries/queries';
import type { CmsAccountRow } from '#shared/domain/cmsAccount';
import { assertNever } from '#shared/domain/failure';
import { AccountsDialog } from './AccountsDialog';
import { AddAccountDialog } from './AddAccountDialog';
import { ConflictDialog } from './ConflictDialog';
import { HeldDialog, ChooseSiteDialog } from './SendDialogs';
import { SecretDialog } from './SecretDialog';
import { putInOutbox, send, type Shown, showPublishing, useShownPublishing } from './sending';

const NONE: readonly CmsAccountRow[] = [];

function useAccounts(): readonly CmsAccountRow[] {
  return useQuery(queries.accounts).data ?? NONE;
}

function usePublishingCommands(): void {
  const accounts = useAccounts();
  const { articleId } = useNavigation();
  useCommandContext({ account: accounts.length > 0 });
  useCommand('cms.addAccount', () => showPublishing({ kind: 'addAccount' }));
  useCommand('cms.accounts', () => showPublishing({ kind: 'accounts' }));
  useCommand('cms.send', async () => {
    const [account, ...others] = accounts;
    if (articleId === null) return;
    if (!account) showPublishing({ kind: 'addAccount' });
    else if (others.length > 0) showPublishing({ kind: 'chooseSite', articleId });
    else await send({ articleId, account, override: null });
  });
}

const close = (): void => showPublishing(null);

function Dialog({ open }: { readonly open: Shown }) {
  const accounts = useAccounts();
  switch (open.kind) {
    case 'addAccount':
      return <AddAccountDialog onClose={close} />;
    case 'accounts':
      return <AccountsDialog accounts={accounts} onClose={close} />;
    case 'chooseSite':
      return (
        <ChooseSiteDialog
          accounts={accounts}
          onClose={close}
          onChoose={(account) => void send({ articleId: open.articleId, account, override: null })}
        />
      );
    case 'secret':
      return (
        <SecretDialog
          account={open.account}
          onClose={close}
          onEntered={() =>
            open.thenSend !== null &&
            void putInOutbox({ articleId: open.thenSend, account: open.account, override: null })
          }
        />
      );
    case 'held':
      return (
        <HeldDialog
          account={open.account}
          why={open.why}
          onClose={close}
          onSend={(override) => void send({ articleId: open.articleId, account: open.account, override })}
        />
      );
    case 'conflict':
      return <ConflictDialog articleId={open.articleId} account={open.account} onClose={close} />;
    default:
      return assertNever(open);
  }
}

/** Handles the CMS commands, and shows their dialogs. */
export function PublishingDialogs() {
  const open = useShownPublishing();
  usePublishingCommands();
  return open && <Dialog open={open} />;
}
