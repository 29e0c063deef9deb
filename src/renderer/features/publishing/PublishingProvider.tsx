import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useCommand } from '#renderer/base/commands/commandBus';
import { useCommandContext } from '#renderer/base/commands/context';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { reportProblem } from '#renderer/base/notices/problems';
import { queries } from '#renderer/base/queries/queries';
import { bridge } from '#renderer/bridge';
import { openArticles } from '#renderer/features/editor';
import type { CmsAccountRow } from '#shared/domain/cmsAccount';
import { assertNever, toFailure } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { AccountsDialog } from './AccountsDialog';
import { AddAccountDialog } from './AddAccountDialog';
import { ChooseSiteDialog } from './ChooseSiteDialog';
import { ConflictDialog } from './ConflictDialog';
import { HeldDialog } from './HeldDialog';
import { SecretDialog } from './SecretDialog';
import { type Publishing, PublishingContext } from './usePublishing';

type Open =
  | { readonly kind: 'addAccount' }
  | { readonly kind: 'accounts' }
  | { readonly kind: 'chooseSite'; readonly articleId: Id }
  | { readonly kind: 'secret'; readonly account: CmsAccountRow; readonly thenSend: Id | null }
  | {
      readonly kind: 'held';
      readonly articleId: Id;
      readonly account: CmsAccountRow;
      readonly why: string;
    }
  | { readonly kind: 'conflict'; readonly articleId: Id; readonly account: CmsAccountRow };

/** What is to be sent where, and for what reason though it is held. */
interface Sending {
  readonly articleId: Id;
  readonly account: CmsAccountRow;
  readonly override: string | null;
}

async function putInOutbox(
  { articleId, account, override }: Sending,
  onHeld: (open: Open) => void,
): Promise<void> {
  try {
    await openArticles.requireSaved();
    await bridge.cms.send({ articleId, accountId: account.id, override });
  } catch (thrown) {
    const { code, message } = toFailure(thrown);
    if (code === 'article_held') onHeld({ kind: 'held', articleId, account, why: message });
    else reportProblem(thrown);
  }
}

const NONE: readonly CmsAccountRow[] = [];

function useAccounts(): readonly CmsAccountRow[] {
  return useQuery(queries.accounts).data ?? NONE;
}

function usePublishingCommands(setOpen: (open: Open) => void, send: Publishing['send']): void {
  const accounts = useAccounts();
  const { articleId } = useNavigation();
  useCommandContext({ account: accounts.length > 0 });
  useCommand('cms.addAccount', () => setOpen({ kind: 'addAccount' }));
  useCommand('cms.accounts', () => setOpen({ kind: 'accounts' }));
  useCommand('cms.send', async () => {
    const [account, ...others] = accounts;
    if (articleId === null) return;
    if (!account) setOpen({ kind: 'addAccount' });
    else if (others.length > 0) setOpen({ kind: 'chooseSite', articleId });
    else await send(articleId, account);
  });
}

interface PublishingDialogProps {
  readonly open: Open;
  readonly send: (sending: Sending) => Promise<void>;
  /** The same for a site whose secret was just entered. */
  readonly put: (sending: Sending) => Promise<void>;
  readonly close: () => void;
}

function PublishingDialog({ open, send, put, close }: PublishingDialogProps) {
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
            void put({ articleId: open.thenSend, account: open.account, override: null })
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

/** Carries out the CMS commands and holds their dialogs. */
export function PublishingProvider({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const put = async (sending: Sending): Promise<void> => putInOutbox(sending, setOpen);
  const send = async (sending: Sending): Promise<void> => {
    const { account, articleId } = sending;
    if (account.secret === 'missing') setOpen({ kind: 'secret', account, thenSend: articleId });
    else {
      close();
      await put(sending);
    }
  };
  const publishing: Publishing = {
    send: async (articleId, account) => send({ articleId, account, override: null }),
    askSecret: (account) => setOpen({ kind: 'secret', account, thenSend: null }),
    settleConflict: (articleId, account) => setOpen({ kind: 'conflict', articleId, account }),
  };
  usePublishingCommands(setOpen, publishing.send);
  return (
    <PublishingContext value={publishing}>
      {children}
      {open && <PublishingDialog open={open} send={send} put={put} close={close} />}
    </PublishingContext>
  );
}
