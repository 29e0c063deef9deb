import type { CmsAccountRow } from '#shared/domain/cmsAccount';
import {
  type AccountIdentity,
  ensureAccount,
  getAccount,
  listAccounts,
  removeAccount,
} from '../store/cms/accounts';
import { articlesAt } from '../store/cms/links';
import type { Store } from '../store/store';
import { write } from '../store/sql/write';
import type { Id } from '#shared/domain/id';
import { adapters } from './adapters';
import type { Secrets } from './credentials';
import { markSync } from './linkView';
import { notKept } from './deliver/once';
import { siteAddress } from './siteAddress';

export interface AccountRequest extends AccountIdentity {
  readonly password: string;
  readonly remember: boolean;
  /** The person confirmed that a site on a private network is meant. */
  readonly allowPrivate?: boolean;
}

interface AccountsContext {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly fetch?: typeof fetch;
}

/**
 * Signs in at the site and keeps the account, with its password as asked. Nothing is kept when that fails.
 *
 * Throws what {@link siteAddress} and the site's check throw, and NutgrafError `no_keyring`.
 */
export async function addAccount(context: AccountsContext, request: AccountRequest): Promise<CmsAccountRow> {
  const { kind, user, password, remember, allowPrivate = false } = request;
  const url = siteAddress(request.url, { allowPrivate });
  const { name } = await signIn(context, { kind, url, user }, password);
  const { store, secrets } = context;
  const account = write(store, () => {
    const made = ensureAccount(store, { kind, url, user }, name);
    secrets.keep(made.id, password, remember);
    return made;
  });
  return { ...account, secret: secrets.keeping(account.id) };
}

/** Signs in with a new password and keeps it in the old one's place; the old one stays when that fails. */
export async function enterPassword(
  context: AccountsContext,
  accountId: Id,
  password: string,
  remember: boolean,
): Promise<CmsAccountRow> {
  const account = getAccount(context.store, accountId);
  await signIn(context, account, password);
  context.secrets.keep(accountId, password, remember);
  return { ...account, secret: context.secrets.keeping(accountId) };
}

/** Takes the account away as `removeAccount` does; answers with the articles whose marks in the list that changed. */
export function dropAccount({ store, secrets }: AccountsContext, accountId: Id): readonly Id[] {
  return write(store, () => {
    const articles = articlesAt(store, accountId);
    secrets.forget(accountId);
    removeAccount(store, accountId);
    for (const articleId of articles) markSync(store, articleId);
    return articles;
  });
}

export function accountRows({ store, secrets }: AccountsContext): readonly CmsAccountRow[] {
  return listAccounts(store).map((account) => ({ ...account, secret: secrets.keeping(account.id) }));
}

async function signIn(
  { store, fetch: reach = fetch }: AccountsContext,
  { kind, url, user }: AccountIdentity,
  password: string,
) {
  return adapters[kind]({ url, user, password }, { fetch: reach, now: store.now, sentOnce: notKept }).check();
}
