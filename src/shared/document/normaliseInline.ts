import { Fragment } from '@tiptap/pm/model';
import type { Mark, Node } from '@tiptap/pm/model';
import { cleanLines, isCleanText } from './cleanText';
import { markRows } from './marks';

/** A gap is a hard break or a run of spaces and tabs; everything else is a word, code with its spaces too. */
interface Piece {
  readonly node: Node;
  readonly kind: 'word' | 'space' | 'break';
}

/**
 * The content of a textblock in normal form:
 * - text is clean (`cleanLines`): a line break in it is a hard break;
 * - no spaces or tabs stand at the start or end of a line, and no hard break at the end of the block;
 * - spaces, tabs and hard breaks carry only the marks that the words on both sides carry, and a break no code;
 * - links have addresses that pass the filter;
 * - what holds white space only is empty.
 */
export function normaliseInline(block: Node): Fragment {
  if (!needsWork(block)) return block.content;
  const pieces = block.children.flatMap(piecesOf);
  const content = /\S/.test(block.textContent) ? Fragment.fromArray(settleGaps(pieces)) : Fragment.empty;
  return content.eq(block.content) ? block.content : content;
}

function needsWork(block: Node): boolean {
  return block.children.some(
    (child) =>
      child.marks.some((mark) => cleanMark(mark) !== mark) ||
      !child.isText ||
      !isCleanText(child.text ?? '') ||
      /^\s|\s$/.test(child.text ?? ''),
  );
}

function cleanMark(mark: Mark): Mark | null {
  const clean = markRows(mark.type.name).normalise;
  if (clean === undefined) return mark;
  const attrs = clean(mark.attrs);
  if (attrs === null) return null;
  return attrs === mark.attrs ? mark : mark.type.create(attrs);
}

function piecesOf(child: Node): readonly Piece[] {
  const marks = child.marks.flatMap((mark) => cleanMark(mark) ?? []);
  if (!child.isText)
    return [{ node: child.mark(marks), kind: child.type.name === 'hardBreak' ? 'break' : 'word' }];
  const lineBreak = child.type.schema.nodes['hardBreak']?.create(null, null, marks);
  return cleanLines(child.text ?? '').flatMap((line, index): readonly Piece[] => {
    const pieces = textPieces(line, isCode(marks)).map(({ text, kind }) => ({
      node: child.type.schema.text(text, marks),
      kind,
    }));
    return index === 0 || lineBreak === undefined ? pieces : [{ node: lineBreak, kind: 'break' }, ...pieces];
  });
}

interface TextPiece {
  readonly text: string;
  readonly kind: 'word' | 'space';
}

function textPieces(text: string, code: boolean): readonly TextPiece[] {
  const [start, end] = code ? [0, text.length] : wordBounds(text);
  const pieces: readonly TextPiece[] = [
    { text: text.slice(0, start), kind: 'space' },
    { text: text.slice(start, end), kind: 'word' },
    { text: text.slice(end), kind: 'space' },
  ];
  return pieces.filter((piece) => piece.text !== '');
}

function wordBounds(text: string): readonly [number, number] {
  let start = 0;
  while (isSpace(text[start])) start += 1;
  let end = text.length;
  while (end > start && isSpace(text[end - 1])) end -= 1;
  return [start, end];
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function isCode(marks: readonly Mark[]): boolean {
  return marks.some(({ type }) => type.name === 'code');
}

function settleGaps(pieces: readonly Piece[]): Node[] {
  const settled: Node[] = [];
  let before: Node | null = null;
  let gap: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'word') gap.push(piece);
    else {
      settled.push(...settleGap(gap, before, piece.node), piece.node);
      before = piece.node;
      gap = [];
    }
  }
  return settled;
}

function settleGap(gap: readonly Piece[], before: Node | null, after: Node): readonly Node[] {
  const broken = gap.some(({ kind }) => kind === 'break');
  const kept = before === null || broken ? gap.filter(({ kind }) => kind === 'break') : gap;
  return kept.map(({ node }) =>
    node.mark(node.marks.filter((mark) => isShared(mark, before, after) && mark.type.name !== 'code')),
  );
}

function isShared(mark: Mark, before: Node | null, after: Node): boolean {
  return before !== null && mark.isInSet(before.marks) && mark.isInSet(after.marks);
}
