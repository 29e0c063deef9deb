import type { HtmlElement, HtmlNode } from '../html';
import { joinCells, tableLines } from '../tableRows';
import type { TableCell } from '../tableRows';
import { around, childrenOf, hasText, isBlock, isElement, make, renamed, replace, tagOf } from './tree';

/** What a cell must not contain to be part of a line. */
const blocks = 'ul, ol, dl, h1, h2, h3, h4, h5, h6, blockquote, pre, hr, figure, details';

/** A cell of several paragraphs with more text than this, in code units, is prose. */
const longestOfParagraphs = 300;

type Row = readonly HtmlElement[];

/**
 * Turns tables into lines, in place, a paragraph per row (`tableRows.ts`), and returns their number. A cell with more
 * than lines of text (a list, a heading, a table) stands by itself, as does its whole row; a layout table, with one
 * cell per row, leaves the contents of its cells. Captions come first, the foot last, images after their row.
 */
export function tablesToLines(root: HtmlElement): number {
  const withTable = new Set<HtmlElement>();
  let count = 0;
  for (const table of [...root.querySelectorAll('table')].toReversed()) {
    const cell = around(table, root, isCell);
    if (cell !== null) withTable.add(cell);
    const rows = rowsOf(table);
    const isData = !isLayout(table, rows);
    if (isData) count += 1;
    const shown = rows.map((row) => (isData ? row : row.filter(hasContent)));
    const lines = isData
      ? dataLines(shown, withTable)
      : shown.flatMap((row) => row.map((cell) => renamed(cell, 'div')));
    replace(table, [make(table, 'div', [...restOf(table, rows), ...lines])]);
  }
  return count;
}

const isCell = (element: HtmlElement): boolean => /^t[dh]$/.test(tagOf(element));

/** The rows of a table, not of tables inside it, those of its foot last. */
function rowsOf(table: HtmlElement): readonly Row[] {
  const own = [...table.querySelectorAll('tr')].filter((row) => around(row, table, isTable) === null);
  const inFoot = (row: HtmlElement): boolean =>
    around(row, table, (element) => tagOf(element) === 'tfoot') !== null;
  return [...own.filter((row) => !inFoot(row)), ...own.filter(inFoot)].map((row) =>
    childrenOf(row).filter((child): child is HtmlElement => isElement(child) && isCell(child)),
  );
}

const isTable = (element: HtmlElement): boolean => tagOf(element) === 'table';

function hasContent(cell: HtmlElement): boolean {
  return hasText(cell) || cell.querySelector('img, hr') !== null;
}

function isLayout(table: HtmlElement, rows: readonly Row[]): boolean {
  const role = table.getAttribute('role') ?? '';
  return /^(?:presentation|none)$/i.test(role) || rows.every((row) => row.filter(hasContent).length <= 1);
}

function dataLines(rows: readonly Row[], withTable: ReadonlySet<HtmlElement>): readonly HtmlElement[] {
  const cells = rows.map((row) => row.map((cell) => cellOf(cell)));
  return tableLines(cells).flatMap((row) => {
    const filled = row.filter((cell) => cell !== null);
    if (filled.some((cell) => withTable.has(cell) || isMoreThanALine(cell)))
      return filled.map((cell) => renamed(cell, 'div'));
    return lineOf(row, filled);
  });
}

function cellOf(element: HtmlElement): TableCell<HtmlElement> {
  const span = (name: string): number => Number(element.getAttribute(name) ?? 1);
  return { content: element, isEmpty: !hasContent(element), columns: span('colspan'), rows: span('rowspan') };
}

function isMoreThanALine(cell: HtmlElement): boolean {
  if (cell.querySelector(blocks) !== null) return true;
  const paragraphs = [...cell.querySelectorAll('p')].filter(hasText);
  return paragraphs.length > 1 && (cell.textContent ?? '').length > longestOfParagraphs;
}

function lineOf(
  row: readonly (HtmlElement | null)[],
  filled: readonly HtmlElement[],
): readonly HtmlElement[] {
  const [first] = filled;
  if (first === undefined) return [];
  const pictures = filled.flatMap((cell) => [...cell.querySelectorAll('img')]);
  const { ownerDocument } = first;
  for (const picture of pictures) picture.remove();
  const pieces = row.map((cell) => (cell !== null && hasText(cell) ? inOneLine(cell) : null));
  const line = joinCells(pieces, (text) => ownerDocument.createTextNode(text));
  const isFilled = pieces.some((piece) => piece !== null);
  return [
    ...(isFilled ? [make(first, 'p', line)] : []),
    ...pictures.map((picture) => make(first, 'p', [picture])),
  ];
}

/** A cell's contents with a space for each break. A style of the cell becomes one of its text. */
function inOneLine(cell: HtmlElement): readonly HtmlNode[] {
  for (const inner of cell.querySelectorAll('br')) replace(inner, [cell.ownerDocument.createTextNode(' ')]);
  for (const inner of [...cell.querySelectorAll('*')].toReversed()) {
    if (!isBlock(inner)) continue;
    const space = (): HtmlNode => cell.ownerDocument.createTextNode(' ');
    replace(inner, [space(), renamed(inner, 'span'), space()]);
  }
  return [renamed(cell, 'span')];
}

/** What is in a table but in no cell: its caption, and misplaced content. */
function restOf(table: HtmlElement, rows: readonly Row[]): readonly HtmlNode[] {
  for (const cell of rows.flat()) cell.remove();
  return childrenOf(table).flatMap((child) => {
    if (!hasText(child) && !(isElement(child) && child.querySelector('img') !== null)) return [];
    if (!isElement(child)) return [child];
    const rest = make(table, 'div', childrenOf(child));
    return [rest];
  });
}
