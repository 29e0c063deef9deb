import type { Db } from '../../store';
import { statement } from '../../sql/statement';
import type { Row } from './tableShape';

/** Writes a row over the one with its key; false if the table refuses it, which changes nothing. */
export function putRow(db: Db, table: string, row: Row): boolean {
  const columns = Object.keys(row);
  const set = columns.map((column) => `"${column}" = excluded."${column}"`).join(', ');
  const names = columns.map((column) => `"${column}"`).join(', ');
  const values = columns.map(() => '?').join(', ');
  try {
    statement<unknown[]>(
      db,
      `INSERT INTO "${table}" (${names}) VALUES (${values}) ON CONFLICT DO UPDATE SET ${set}`,
    ).run(...Object.values(row));
    return true;
  } catch {
    return false;
  }
}
