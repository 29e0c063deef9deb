import type { Statement } from 'better-sqlite3';
import type { Db } from '../store';

const prepared = new WeakMap<Db, Map<string, Statement>>();

/** The statement for this SQL on this connection, prepared once. Only for SQL written in the code. */
export function statement<Parameters extends unknown[], Row = unknown>(
  db: Db,
  sql: string,
): Statement<Parameters, Row> {
  let known = prepared.get(db);
  if (known === undefined) {
    known = new Map();
    prepared.set(db, known);
  }
  let found = known.get(sql);
  if (found === undefined) {
    found = db.prepare(sql);
    known.set(sql, found);
  }
  return found as Statement<Parameters, Row>;
}
