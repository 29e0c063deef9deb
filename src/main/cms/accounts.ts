import type { CmsAccount, CmsAccountRow } from '#shared/domain/cmsAccount';
import { cmsKindRow, openFields, secretField } from '#shared/domain/cmsKindWords';
import { inSentence } from '#shared/language/formats';
import type { CmsKind } from '#shared/domain/cmsKinds';
import { NutgrafError } from '#shared/domain/failure';
import {
  accountIdentity,
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
import { say } from '#shared/language/say';
import { adapterFor } from './adapterFor';
import type { Secrets } from './credentials';
import { markSync } from './linkView';
import { notKept } from './deliver/once';
import { siteAddress } from './siteAddress';

export interface AccountRequest {
  readonly kind: CmsKind;
  readonly url: string;
  /** The values the kind asks for, by key, including its secret. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly remember: boolean;
  /** The user confirmed that a site on a private network is meant. */
  readonly allowPrivate?: boolean;
}

interface AccountsContext {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly fetch?: typeof fetch;
}

/**
 * Signs in to the site and stores the account, with its secret as asked. Nothing is kept if that fails.
 *
 * Throws what {@link siteAddress}, {@link accountIdentity} and the site's check throw, and what keeps the secret.
 */
export async function addAccount(context: AccountsContext, request: AccountRequest): Promise<CmsAccountRow> {
  const { kind, credentials, remember, allowPrivate = false } = request;
  const url = siteAddress(request.url, { allowPrivate });
  const { fields, secret } = told(kind, credentials);
  const identity = accountIdentity({ kind, url, fields });
  const { name } = await signIn(context, identity, secret);
  const { store, secrets } = context;
  const keep = await secrets.toKeep(secret, remember);
  const account = write(store, () => {
    const made = ensureAccount(store, identity, name);
    keep(made.id);
    return made;
  });
  return { ...account, secret: await secrets.keeping(account.id) };
}

/** What was typed, field by field. Throws NutgrafError `no_credentials` if something is missing. */
function told(
  kind: CmsKind,
  credentials: AccountRequest['credentials'],
): { readonly fields: CmsAccount['fields']; readonly secret: string } {
  const missing = cmsKindRow(kind).credentials.find(({ key }) => !credentials[key]?.trim());
  if (missing !== undefined) {
    throw new NutgrafError(
      'no_credentials',
      say('Missing for this site: {field}. Enter it and try again.', { field: inSentence(missing.label()) }),
    );
  }
  const fields = openFields(kind).map(({ key }) => [key, credentials[key] ?? '']);
  return {
    fields: Object.fromEntries(fields) as CmsAccount['fields'],
    secret: credentials[secretField(kind).key] ?? '',
  };
}

/** Signs in with a new secret and replaces the old one with it; the old one stays if that fails. */
export async function enterSecret(
  context: AccountsContext,
  accountId: Id,
  secret: string,
  remember: boolean,
): Promise<CmsAccountRow> {
  const account = getAccount(context.store, accountId);
  await signIn(context, account, secret);
  const keep = await context.secrets.toKeep(secret, remember);
  keep(accountId);
  return { ...account, secret: await context.secrets.keeping(accountId) };
}

/** Removes the account as `removeAccount` does; returns the articles whose marks in the list that changed. */
export function dropAccount({ store, secrets }: AccountsContext, accountId: Id): readonly Id[] {
  return write(store, () => {
    const articles = articlesAt(store, accountId);
    secrets.forget(accountId);
    removeAccount(store, accountId);
    for (const articleId of articles) markSync(store, articleId);
    return articles;
  });
}

export async function accountRows({ store, secrets }: AccountsContext): Promise<readonly CmsAccountRow[]> {
  const rows = listAccounts(store).map(async (account) => ({
    ...account,
    secret: await secrets.keeping(account.id),
  }));
  return Promise.all(rows);
}

async function signIn(
  { store, fetch: reach = fetch }: AccountsContext,
  identity: AccountIdentity,
  secret: string,
) {
  const connection = { fetch: reach, now: store.now, sentOnce: notKept };
  return (await adapterFor(identity, secret, connection)).check();
}
