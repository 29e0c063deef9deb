import { ACCOUNT_TEXT_LIMIT, type CmsAccount, cmsAccount } from '#shared/domain/cmsAccount';
import { openFields } from '#shared/domain/cmsKindWords';
import { inSentence } from '#shared/language/formats';
import type { CmsKind } from '#shared/domain/cmsKinds';
import { NutgrafError } from '#shared/domain/failure';
import type { Id, Time } from '#shared/domain/id';
import { say } from '#shared/language/say';
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

/** An account as its row describes it, which may be damaged. */
const accountOf = ({ created_at, user, ...row }: AccountRow) => ({
  ...row,
  fields: fieldsOf(user),
  createdAt: created_at,
});

/** What can be shown of a row, so that it can be recognised and removed. */
function shownOf(row: AccountRow): unknown {
  const { name, fields, ...rest } = accountOf(row);
  const texts = Object.entries(fields ?? {}).filter(([, value]) => typeof value === 'string' && value !== '');
  const shown = texts.map(([key, value]) => [key, beginning(String(value))] as const);
  return { ...rest, name: beginning(name), fields: Object.fromEntries(shown) };
}

const beginning = (text: string): string => text.slice(0, ACCOUNT_TEXT_LIMIT).toWellFormed();

/**
 * The fields as the column stores them: a user alone as the bare name, as in stores from before there were other
 * fields; anything else as JSON in the order of the kind's table. So one account always has the same text.
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

/** Oldest first; of one that cannot be read, as much as can be shown. A kind unknown to this version is left out. */
export function listAccounts({ db }: Reader): readonly CmsAccount[] {
  const rows = db.prepare<[], AccountRow>(`SELECT ${columns} FROM cms_accounts ORDER BY id`).all();
  return rows.flatMap((row) => cmsAccount.safeParse(shownOf(row)).data ?? []);
}

/**
 * Throws NutgrafError `account_not_found`, and `account_damaged` for one that was damaged on disk or cannot be read.
 */
export function getAccount({ db }: Reader, id: Id): CmsAccount {
  const row = db.prepare<[Id], AccountRow>(`SELECT ${columns} FROM cms_accounts WHERE id = ?`).get(id);
  if (row === undefined)
    throw new NutgrafError('account_not_found', say('This account is no longer in the store.'));
  const account = cmsAccount.safeParse(accountOf(row));
  if (!account.success || !isIntact(db, 'cms_accounts', id)) {
    throw new NutgrafError(
      'account_damaged',
      say('The account “{name}” was damaged on disk, so nothing is sent to it. Remove it and add it again.', {
        name: beginning(row.name),
      }),
    );
  }
  return account.data;
}

/** What identifies an account: there is one for each user of a site, or for whatever else its kind asks for. */
export type AccountIdentity = Pick<CmsAccount, 'kind' | 'url' | 'fields'>;

/**
 * The identity as stored: what was typed, trimmed. Throws NutgrafError `no_credentials` for an empty field, and
 * `credentials_too_long`.
 */
export function accountIdentity({ kind, url, fields }: AccountIdentity): AccountIdentity {
  const typed = Object.entries(fields).map(([key, value]) => [key, value.trim()] as const);
  for (const [key, value] of typed) {
    const field =
      openFields(kind)
        .find((one) => one.key === key)
        ?.label() ?? key;
    if (value === '')
      throw new NutgrafError(
        'no_credentials',
        say('Missing for this site: {field}. Enter it and try again.', { field: inSentence(field) }),
      );
    if (value.length > ACCOUNT_TEXT_LIMIT) {
      throw new NutgrafError(
        'credentials_too_long',
        say(
          '{field}: longer than {most, number} characters. Nothing was saved or sent. Check it and enter it again.',
          { field, most: ACCOUNT_TEXT_LIMIT },
        ),
      );
    }
  }
  return { kind, url, fields: Object.fromEntries(typed) };
}

/**
 * The account with these fields at this site, created if there is none; its name follows the site's. Throws what
 * {@link accountIdentity} throws.
 */
export function ensureAccount(store: Store, identity: AccountIdentity, name?: string): CmsAccount {
  const { kind, url, fields } = accountIdentity(identity);
  const make = store.db.prepare<[Readonly<Record<string, string | number | null>>], AccountRow>(
    `INSERT INTO cms_accounts (id, kind, name, url, user, created_at) VALUES (@id, @kind, @first, @url, @user, @now)
     ON CONFLICT (kind, url, user) DO UPDATE SET name = coalesce(@name, name)
     RETURNING ${columns}`,
  );
  const user = fieldsText(kind, fields);
  const [first, told] = [beginning(name ?? new URL(url).host), name === undefined ? null : beginning(name)];
  const values = { id: store.newId(), kind, url, user, now: store.now(), first, name: told };
  const row = write(store, () => {
    const made = make.get(values);
    if (made !== undefined) seal(store.db, 'cms_accounts', made.id);
    return made;
  });
  if (row === undefined) throw new TypeError('SQLite returned no account');
  return cmsAccount.parse(accountOf(row));
}

/** Removes the account with its secret, its links and its outbox entries. The articles and the site's posts stay. */
export function removeAccount(store: Store, id: Id): void {
  write(store, () => store.db.prepare<[Id]>('DELETE FROM cms_accounts WHERE id = ?').run(id));
}

export function readSecret({ db }: Reader, accountId: Id): Uint8Array | null {
  const find = db.prepare<[Id], { readonly encrypted: Uint8Array }>(
    'SELECT encrypted FROM cms_secrets WHERE account_id = ?',
  );
  return find.get(accountId)?.encrypted ?? null;
}

/** Stores an encrypted secret: never the secret itself. */
export function keepSecret(store: Store, accountId: Id, encrypted: Uint8Array): void {
  const keep = store.db.prepare<[Id, Uint8Array]>(
    `INSERT INTO cms_secrets (account_id, encrypted) VALUES (?, ?)
     ON CONFLICT (account_id) DO UPDATE SET encrypted = excluded.encrypted`,
  );
  write(store, () => keep.run(accountId, encrypted));
}

/** Puts another encryption of the same secret in the place of this one, unless that was replaced or dropped meanwhile. */
export function replaceSecret(store: Store, accountId: Id, was: Uint8Array, encrypted: Uint8Array): void {
  const replace = store.db.prepare<[Uint8Array, Id, Uint8Array]>(
    'UPDATE cms_secrets SET encrypted = ? WHERE account_id = ? AND encrypted = ?',
  );
  write(store, () => replace.run(encrypted, accountId, was));
}

export function dropSecret(store: Store, accountId: Id): void {
  write(store, () => store.db.prepare<[Id]>('DELETE FROM cms_secrets WHERE account_id = ?').run(accountId));
}
