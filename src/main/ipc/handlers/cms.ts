import type { DeskHandlers } from '#shared/contract';
import { accountRows, addAccount, dropAccount, enterPassword } from '../../cms/accounts';
import type { Services } from './services';

type Needs = Pick<Services, 'store' | 'courier' | 'keyring' | 'fetch'>;

export function cmsHandlers({ store, courier, keyring, fetch: reach }: Needs): DeskHandlers['cms'] {
  const { outbox, secrets } = courier;
  const desk = { store, secrets, fetch: reach };
  return {
    accounts: () => accountRows(desk),
    keyring: () => ({ available: keyring.available, backend: keyring.backend }),
    addAccount: async (request) => {
      const account = await addAccount(desk, request);
      courier.tell([]);
      return account;
    },
    enterPassword: async ({ accountId, password, remember }) => {
      const account = await enterPassword(desk, accountId, password, remember);
      outbox.wakeAccount(accountId);
      courier.send();
      return account;
    },
    removeAccount: ({ accountId }) => {
      courier.tell(dropAccount(desk, accountId));
      return null;
    },
    send: ({ articleId, accountId }) => {
      const link = outbox.enqueue(articleId, accountId);
      courier.send();
      return link;
    },
    links: ({ articleId }) => outbox.links(articleId),
    resolve: async ({ articleId, accountId, choice }) => {
      const link = await outbox.resolve(articleId, accountId, choice);
      courier.send();
      return link;
    },
    state: courier.state,
  };
}
