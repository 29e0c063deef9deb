import type { ContractHandlers } from '#shared/contract';
import { accountRows, addAccount, dropAccount, enterPassword } from '../../cms/accounts';
import type { Services } from './services';

type Needs = Pick<Services, 'store' | 'scheduler' | 'keyring' | 'fetch'>;

export function cmsHandlers({ store, scheduler, keyring, fetch: reach }: Needs): ContractHandlers['cms'] {
  const { outbox, secrets } = scheduler;
  const context = { store, secrets, fetch: reach };
  return {
    accounts: () => accountRows(context),
    keyring: () => ({ available: keyring.available, backend: keyring.backend }),
    addAccount: async (request) => {
      const account = await addAccount(context, request);
      scheduler.tell([]);
      return account;
    },
    enterPassword: async ({ accountId, password, remember }) => {
      const account = await enterPassword(context, accountId, password, remember);
      outbox.wakeAccount(accountId);
      scheduler.send();
      return account;
    },
    removeAccount: ({ accountId }) => {
      scheduler.tell(dropAccount(context, accountId));
      return null;
    },
    send: ({ articleId, accountId, override }) => {
      const link = outbox.enqueue(articleId, accountId, override);
      scheduler.send();
      return link;
    },
    links: ({ articleId }) => outbox.links(articleId),
    resolve: async ({ articleId, accountId, choice }) => {
      const link = await outbox.resolve(articleId, accountId, choice);
      scheduler.send();
      return link;
    },
    state: scheduler.state,
  };
}
