/** One cell as a table's markup lists it. */
export interface TableCell<Content> {
  readonly content: Content;
  /** Whether nothing in it is visible. */
  readonly isEmpty: boolean;
  /** How many columns and rows it covers, 1 for a plain cell (HTML Standard, 4.9.11: `colspan`, `rowspan`). */
  readonly columns: number;
  readonly rows: number;
}

/** What separates two cells of a row that became a line. */
const cellSeparator = ' | ';

/**
 * The rows of a table as lines: until a story has tables, each row is a paragraph of its cells, and every reader of
 * tables (HTML, Markdown, a clipboard) makes the same lines. Each cell appears once, where its own row and column
 * begin; a place covered by another cell, or with an empty cell, is null, so that every row counts its columns alike.
 * Empty rows and columns are left out, as are the nulls at the end of a row.
 */
export function tableLines<Content>(
  rows: readonly (readonly TableCell<Content>[])[],
): readonly (readonly (Content | null)[])[] {
  const placed = placeCells(rows);
  const columns = [...new Set(placed.flatMap((row) => [...row.keys()]))].sort((one, other) => one - other);
  return placed
    .filter((row) => row.size > 0)
    .map((row) => {
      const last = Math.max(...row.keys());
      return columns.filter((column) => column <= last).map((column) => row.get(column) ?? null);
    });
}

/**
 * The pieces of one line: those of each cell, with what `separate` makes of the separator between them. Beside an
 * empty cell it is shorter, so that no two spaces meet.
 */
export function joinCells<Piece>(
  cells: readonly (readonly Piece[] | null)[],
  separate: (text: string) => Piece,
): readonly Piece[] {
  return cells.flatMap((cell, index) => {
    const pieces = cell ?? [];
    if (index === 0) return pieces;
    const isAfterEmpty = (cells[index - 1] ?? []).length === 0;
    return [separate(isAfterEmpty ? cellSeparator.trimStart() : cellSeparator), ...pieces];
  });
}

/** The most columns and rows that a cell may cover (HTML Standard, 4.9.11). */
const most = { columns: 1000, rows: 65_534 } as const;

/** For each row, the content of its filled cells by column, as the HTML Standard forms a table (4.9.12). */
function placeCells<Content>(
  rows: readonly (readonly TableCell<Content>[])[],
): readonly ReadonlyMap<number, Content>[] {
  const coveredUntil = new Map<number, number>();
  return rows.map((cells, row) => {
    const placed = new Map<number, Content>();
    let column = 0;
    for (const { content, isEmpty, ...spans } of cells) {
      while ((coveredUntil.get(column) ?? 0) > row) column += 1;
      if (!isEmpty) placed.set(column, content);
      const [columns, deep] = [span(spans.columns, most.columns), span(spans.rows, most.rows)];
      if (deep > 1) for (let at = column; at < column + columns; at += 1) coveredUntil.set(at, row + deep);
      column += columns;
    }
    return placed;
  });
}

function span(asked: number, limit: number): number {
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, limit) : 1;
}
