import type { Token } from 'markdown-it';
import { joinCells, tableLines } from '../tableRows';
import type { Make } from './makeToken';

/** The tokens with each row of a table as a paragraph, its cells apart: `Ward | Votes`. */
export function foldTables(tokens: readonly Token[], make: Make): readonly Token[] {
  const folded: Token[] = [];
  let rows: Token[][] | null = null;
  for (const token of tokens) {
    if (token.type === 'table_open') rows = [];
    else if (token.type === 'table_close' && rows !== null) {
      // One by one: a call takes only so many arguments, and a table may have more rows.
      for (const paragraph of paragraphsOf(rows, make)) folded.push(paragraph);
      rows = null;
    } else if (rows === null) folded.push(token);
    else if (token.type === 'tr_open') rows.push([]);
    else if (token.type === 'inline') rows.at(-1)?.push(token);
  }
  return folded;
}

function paragraphsOf(rows: readonly (readonly Token[])[], make: Make): readonly Token[] {
  const cells = rows.map((row) =>
    row.map((content) => ({ content, isEmpty: content.content.trim() === '', columns: 1, rows: 1 })),
  );
  return tableLines(cells).flatMap((line) => {
    const inline = make('inline');
    const pieces = line.map((cell) => cell?.children ?? null);
    inline.children = [...joinCells<Token>(pieces, (text) => make('text', text))];
    return [make('paragraph_open', '', 1), inline, make('paragraph_close', '', -1)];
  });
}
