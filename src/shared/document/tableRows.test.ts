import { expect, test } from 'vitest';
import { joinCells, tableLines } from './tableRows';

/** `A` is a cell, `A>2` covers two columns, `Av2` two rows, an empty string is an empty cell. */
function linesOf(...rows: readonly (readonly string[])[]): readonly string[] {
  const table = rows.map((row) =>
    row.map((said) => {
      const [, content = '', columns = '1', deep = '1'] = /^([^>v]*)(?:>(\d+))?(?:v(\d+))?$/.exec(said) ?? [];
      return { content, isEmpty: content === '', columns: Number(columns), rows: Number(deep) };
    }),
  );
  return tableLines(table).map((cells) =>
    joinCells(
      cells.map((cell) => (cell === null ? null : [cell])),
      (separator) => separator,
    ).join(''),
  );
}

test('each row is a line with its cells apart', () => {
  expect(linesOf(['Ward', 'Count'], ['North', '7'])).toEqual(['Ward | Count', 'North | 7']);
  expect(linesOf(['Alone'])).toEqual(['Alone']);
  expect(linesOf()).toEqual([]);
});

test('an empty cell keeps its place, at the end it leaves none', () => {
  expect(linesOf(['', '2001', '2002'], ['North', '', '7'], ['South', '4', ''])).toEqual([
    '| 2001 | 2002',
    'North | | 7',
    'South | 4',
  ]);
});

test('merged cells stand once, and the rows beside them keep their columns', () => {
  expect(linesOf(['Area>2', 'Count'], ['Northv2', 'Quay', '7'], ['Bank', '4'])).toEqual([
    'Area | | Count',
    'North | Quay | 7',
    '| Bank | 4',
  ]);
});

test('rows and columns without a word are left out, however far a cell reaches', () => {
  expect(linesOf(['A>99999', 'B'], ['', ''], ['C>99999', 'D'])).toEqual(['A | B', 'C | D']);
  expect(linesOf(['Av99999'], ['B'])).toEqual(['A', '| B']);
});
