import { type CmsAccount, cmsAccount } from '#shared/domain/cmsAccount';
import { openFields } from '#shared/domain/cmsKindWords';
import type { CmsKind } from '#shared/domain/cmsKinds';
import { NutgrafError } from '#shared/domain/failure';
import type { Id, Time } from '#shared/domain/id';
import type { Reader, Store } from '../store';
import { isIntact, seal } from '../sql/seals';
import { write } from '../sql/write';

interface AccountRow {
  readonly id: Id;
  readonly kind: CmsKind;
  readonly name: string;
  readonly url: string;
  /** The account's fields, see {@link fieldsText}. */
  readonly user: string;
  readonly created_at: Time;
}

const columns = 'id, kind, name, url, user, created_at';

const toAccount = ({ created_at, user, ...row }: AccountRow): CmsAccount =>
  cmsAccount.parse({ ...row, fields: fieldsOf(user), createdAt: created_at });

/**
 * The fields as the column holds them: a user alone as their bare name, as in stores of before there were other
 * fields, and everything else as JSON in the order of the kind's table. So one account has one text.
 */
function fieldsText(kind: CmsKind, fields: CmsAccount['fields']): string {
  const [only, ...others] = Object.entries(fields);
  if (only?.[0] === 'user' && others.length === 0 && !only[1].startsWith('{')) return only[1];
  const ordered = openFields(kind).flatMap(({ key }) => (key in fields ? [[key, fields[key]]] : []));
  return JSON.stringify(Object.fromEntries(ordered));
}

function fieldsOf(text: string): unknown {
  if (!text.startsWith('{')) return { user: text };
  try {
    return JSON.parse(text);
  } catch {
    return { user: text };
  }
}

/** Oldest first. */
export function listAccounts({ db }: Reader): readonly CmsAccount[] {
  return db.prepare<[], AccountRow>(`SELECT ${columns} FROM cms_accounts ORDER BY id`).all().map(toAccount);
}

/** Throws NutgrafError `account_not_found`, and `account_damaged` for one that changed on the disk by itself. */
export function getAccount({ db }: Reader, id: Id): CmsAccount {
  const row = db.prepare<[Id], AccountRow>(`SELECT ${columns} FROM cms_accounts WHERE id = ?`).get(id);
  if (row === undefined)
    throw new NutgrafError('account_not_found', 'This account is not in the store any more.');
  if (!isIntact(db, 'cms_accounts', id)) {
    throw new NutgrafError(
      'account_damaged',
      `The account “${row.name}” changed on the disk by itself, so nothing is sent to it. Remove it and add it again.`,
    );
  }
  return toAccount(row);
}

/** What makes an account itself: there is one for each user of a site, or for whatever else its kind asks for. */
export type AccountIdentity = Pick<CmsAccount, 'kind' | 'url' | 'fields'>;

/** The account with these fields at this site, made when there is none; its name follows the site's. */
export function ensureAccount(
  store: Store,
  { kind, url, fields }: AccountIdentity,
  name?: string,
): CmsAccount {
  const make = store.db.prepare<[Readonly<Record<string, string | number | null>>], AccountRow>(
    `INSERT INTO cms_accounts (id, kind, name, url, user, created_at) VALUES (@id, @kind, @first, @url, @user, @now)
     ON CONFLICT (kind, url, user) DO UPDATE SET name = coalesce(@name, name)
     RETURNING ${columns}`,
  );
  const user = fieldsText(kind, fields);
  const values = { id: store.newId(), kind, url, user, now: store.now(), first: name ?? new URL(url).host };
  const row = write(store, () => {
    const made = make.get({ ...values, name: name ?? null });
    if (made !== undefined) seal(store.db, 'cms_accounts', made.id);
    return made;
  });
  if (row === undefined) throw new TypeError('SQLite returned no account');
  return toAccount(row);
}

/** Takes the account with its secret, links and what waits for it. The articles and the site's posts stay. */
export function removeAccount(store: Store, id: Id): void {
  write(store, () => store.db.prepare<[Id]>('DELETE FROM cms_accounts WHERE id = ?').run(id));
}

export function readSecret({ db }: Reader, accountId: Id): Uint8Array | null {
  const find = db.prepare<[Id], { readonly encrypted: Uint8Array }>(
    'SELECT encrypted FROM cms_secrets WHERE account_id = ?',
  );
  return find.get(accountId)?.encrypted ?? null;
}

/** Keeps an encrypted secret: never the secret itself. */
export function keepSecret(store: Store, accountId: Id, encrypted: Uint8Array): void {
  const keep = store.db.prepare<[Id, Uint8Array]>(
    `INSERT INTO cms_secrets (account_id, encrypted) VALUES (?, ?)
     ON CONFLICT (account_id) DO UPDATE SET encrypted = excluded.encrypted`,
  );
  write(store, () => keep.run(accountId, encrypted));
}

export function dropSecret(store: Store, accountId: Id): void {
  write(store, () => store.db.prepare<[Id]>('DELETE FROM cms_secrets WHERE account_id = ?').run(accountId));
}
