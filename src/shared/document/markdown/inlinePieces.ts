import type { Attrs, Mark, Node } from '@tiptap/pm/model';
import { isLineBreak, isVerbatim, type MarkSyntax, markRowsOf, rowsOf } from '../documentNode';

/** The content of a line as a flat sequence: texts, and where marks open and close, properly nested. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  /** A node in the line, as it is written. */
  | { readonly kind: 'atom'; readonly markdown: string }
  | {
      readonly kind: 'open' | 'close';
      readonly syntax: Exclude<MarkSyntax, { kind: 'verbatim' }>;
      readonly attrs: Attrs;
    };

/**
 * Nests the marks of a textblock: of marks that begin together, the one that reaches furthest goes outside, then the
 * one that the schema ranks first.
 */
export function inlinePieces(block: Node): readonly Piece[] {
  const pieces: Piece[] = [];
  collect(block.children, [], pieces);
  return pieces;
}

function collect(nodes: readonly Node[], open: readonly Mark[], pieces: Piece[]): void {
  for (let index = 0; index < nodes.length;) {
    const node = nodes[index];
    if (node === undefined) return;
    const outermost = furthest(nodes, index, open);
    if (outermost === null) {
      pieces.push(leafPiece(node));
      index += 1;
    } else {
      const { mark, end } = outermost;
      const syntax = markRowsOf(mark).toMarkdown;
      if (syntax.kind !== 'verbatim') {
        pieces.push({ kind: 'open', syntax, attrs: mark.attrs });
        collect(nodes.slice(index, end), [...open, mark], pieces);
        pieces.push({ kind: 'close', syntax, attrs: mark.attrs });
      }
      index = end;
    }
  }
}

function furthest(
  nodes: readonly Node[],
  from: number,
  open: readonly Mark[],
): { mark: Mark; end: number } | null {
  let found: { mark: Mark; end: number } | null = null;
  for (const mark of nodes[from]?.marks ?? []) {
    if (mark.isInSet(open) || isVerbatim(mark)) continue;
    let end = from + 1;
    while (end < nodes.length && mark.isInSet(nodes[end]?.marks ?? [])) end += 1;
    if (found === null || end > found.end) found = { mark, end };
  }
  return found;
}

function leafPiece(node: Node): Piece {
  if (isLineBreak(node)) return { kind: 'break' };
  if (!node.isText)
    return { kind: 'atom', markdown: rowsOf(node.type)?.toMarkdownInLine?.(node.attrs) ?? '' };
  return { kind: node.marks.some(isVerbatim) ? 'code' : 'text', text: node.text ?? '' };
}
