import { type Failure, failure } from '#shared/domain/failure';
import type { Id, Time } from '#shared/domain/id';
import type { Reader, Store } from '../store';
import { write } from '../sql/write';

/** Something that was sent to a site without a clear answer. */
export interface UnsureWrite {
  /** How often it was looked for there and not found. */
  readonly looks: number;
  /** How long the site may still be working on it. */
  readonly quietUntil: Time;
  /** An answer that needs the user, and that nobody has been told about yet. */
  readonly refused: Failure | null;
}

interface Row {
  readonly looks: number;
  readonly quiet_until: Time;
  readonly refused: string | null;
}

/** Null when nothing was sent under that key, or its answer was clear. */
export function getWrite({ db }: Reader, accountId: Id, key: string): UnsureWrite | null {
  const row = db
    .prepare<[Id, string], Row>(
      'SELECT looks, quiet_until, refused FROM cms_writes WHERE account_id = ? AND key = ?',
    )
    .get(accountId, key);
  if (row === undefined) return null;
  const { looks, quiet_until, refused } = row;
  return {
    looks,
    quietUntil: quiet_until,
    refused: refused === null ? null : failure.parse(JSON.parse(refused)),
  };
}

/** Committed when it returns: call it before anything is sent. */
export function keepWrite(store: Store, accountId: Id, key: string, unsure: UnsureWrite): void {
  const { looks, quietUntil, refused } = unsure;
  const keep = store.db.prepare<[Id, string, number, Time, string | null]>(
    `INSERT INTO cms_writes (account_id, key, looks, quiet_until, refused) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (account_id, key) DO UPDATE SET
       looks = excluded.looks, quiet_until = excluded.quiet_until, refused = excluded.refused`,
  );
  write(store, () =>
    keep.run(accountId, key, looks, quietUntil, refused === null ? null : JSON.stringify(refused)),
  );
}

/** Its answer is now clear. */
export function dropWrite(store: Store, accountId: Id, key: string): void {
  const drop = store.db.prepare<[Id, string]>('DELETE FROM cms_writes WHERE account_id = ? AND key = ?');
  write(store, () => drop.run(accountId, key));
}
