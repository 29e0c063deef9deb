import type { Db } from '../../store';
import type { RawRow, Value } from './rowScan';

/** A row by column name. */
export type Row = Readonly<Record<string, unknown>>;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
  readonly dflt_value: string | null;
}

/** Reads rows of one table from unnamed values. */
export interface TableShape {
  /** The row, if these values can belong to this table; otherwise null. */
  readonly rowOf: (raw: RawRow) => Row | null;
  readonly columns: readonly string[];
}

const holds: Readonly<Record<string, (value: Value) => boolean>> = {
  TEXT: (value) => typeof value === 'string',
  INTEGER: (value) => typeof value === 'number',
  BLOB: (value) => Buffer.isBuffer(value),
};

/**
 * The shape of a table of this store; one of the damaged store may lack the newest columns. `derived` is a column
 * that can be computed from the others, and may be missing if the row could not be read to its end.
 */
export function tableShape(db: Db, table: string, derived?: string): TableShape {
  const columns = db.pragma(`table_info("${table}")`) as readonly Column[];
  const hasRowid = hasRowids(db, table);
  const isRowid = ({ type, pk }: Column): boolean => hasRowid && pk > 0 && type === 'INTEGER';
  const fits = (column: Column, value: Value | undefined): boolean => {
    if (isRowid(column)) return value === null;
    if (value === undefined)
      return column.name === derived || column.notnull === 0 || column.dflt_value !== null;
    return value === null ? column.notnull === 0 : (holds[column.type]?.(value) ?? false);
  };
  return {
    columns: columns.map(({ name }) => name),
    rowOf: ({ rowid, values, whole }) => {
      if (!whole && derived === undefined) return null;
      if ((rowid !== null) !== hasRowid || values.length > columns.length) return null;
      if (!columns.every((column, index) => fits(column, values[index]))) return null;
      const named = columns.slice(0, values.length);
      return Object.fromEntries(
        named.map((column, index) => [column.name, isRowid(column) ? rowid : values[index]]),
      );
    },
  };
}

function hasRowids(db: Db, table: string): boolean {
  const kind = db.prepare<[string], number>(
    `SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?`,
  );
  return kind.pluck().get(table) === 0;
}
