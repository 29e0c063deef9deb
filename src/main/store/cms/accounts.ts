import { type CmsAccount, type CmsKind, cmsAccount } from '#shared/domain/cmsAccount';
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
  readonly user: string;
  readonly created_at: Time;
}

const columns = 'id, kind, name, url, user, created_at';

const toAccount = ({ created_at, ...row }: AccountRow): CmsAccount =>
  cmsAccount.parse({ ...row, createdAt: created_at });

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

/** What makes an account itself: there is one for each user of a site. */
export type AccountIdentity = Pick<CmsAccount, 'kind' | 'url' | 'user'>;

/** The account of this user at this site, made when there is none; its name follows the site's. */
export function ensureAccount(store: Store, { kind, url, user }: AccountIdentity, name?: string): CmsAccount {
  const make = store.db.prepare<[Readonly<Record<string, string | number | null>>], AccountRow>(
    `INSERT INTO cms_accounts (id, kind, name, url, user, created_at) VALUES (@id, @kind, @first, @url, @user, @now)
     ON CONFLICT (kind, url, user) DO UPDATE SET name = coalesce(@name, name)
     RETURNING ${columns}`,
  );
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

/** Keeps an encrypted secret: never the password itself. */
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
