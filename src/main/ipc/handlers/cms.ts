import type { ContractHandlers } from '#shared/contract';
import { accountRows, addAccount, dropAccount, enterSecret } from '../../cms/accounts';
import type { Services } from './services';

type Needs = Pick<Services, 'store' | 'sync' | 'keyring' | 'fetch'>;

export function cmsHandlers({ store, sync, keyring, fetch: reach }: Needs): ContractHandlers['cms'] {
  const { outbox, secrets } = sync;
  const context = { store, secrets, fetch: reach };
  return {
    accounts: () => accountRows(context),
    keyring: async () => ({ state: await keyring.state() }),
    addAccount: async (request) => {
      const account = await addAccount(context, request);
      // It may be one that was there, with a secret that what waits was missing.
      outbox.wakeAccount(account.id);
      sync.tell([]);
      sync.send();
      return account;
    },
    enterSecret: async ({ accountId, secret, remember }) => {
      const account = await enterSecret(context, accountId, secret, remember);
      outbox.wakeAccount(accountId);
      sync.send();
      return account;
    },
    removeAccount: ({ accountId }) => {
      sync.tell(dropAccount(context, accountId));
      return null;
    },
    send: ({ articleId, accountId, override }) => {
      const link = outbox.enqueue(articleId, accountId, override);
      sync.send();
      return link;
    },
    links: ({ articleId }) => outbox.links(articleId),
    resolve: async ({ articleId, accountId, choice }) => {
      const link = await outbox.resolve(articleId, accountId, choice);
      sync.send();
      return link;
    },
    state: sync.state,
  };
}
