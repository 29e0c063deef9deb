import { Fragment } from '@tiptap/pm/model';
import type { Node, Mark } from '@tiptap/pm/model';
import { cleanLines, isCleanText } from './cleanText';
import { isCode, rowsOf, isLineBreak, isVerbatim, markRowsOf } from './documentNode';

/**
 * The normal form of a story: the least that Markdown, HTML and the editor all can say, and what both parsers
 * give. It loses no text. In it
 * - no paragraph is blank, but for one where the schema asks for one (an empty story or quote, a list item);
 * - lines hold what `normaliseInline` leaves, and code keeps all but what is no text (`cleanLines`);
 * - attributes hold what each node's `normalise` leaves: crossheads of level 2 to 4, list numbers of at most
 *   nine digits, addresses that pass the filter, captions on one line.
 * Normalising twice changes nothing, and what is in normal form is given back as the same object.
 */
export function normalise(node: Node): Node {
  const content = normaliseContent(node);
  const attrs = rowsOf(node.type)?.normalise?.(node.attrs) ?? node.attrs;
  return content === node.content && attrs === node.attrs
    ? node
    : node.type.create(attrs, content, node.marks);
}

function normaliseContent(node: Node): Fragment {
  if (isCode(node.type)) return normaliseCode(node);
  return node.isTextblock ? normaliseInline(node) : normaliseBlocks(node);
}

function normaliseCode({ content, textContent, type }: Node): Fragment {
  const text = cleanLines(textContent).join('\n');
  if (text === textContent) return content;
  return text === '' ? Fragment.empty : Fragment.from(type.schema.text(text));
}

function normaliseBlocks(node: Node): Fragment {
  const children = node.children.map(normalise);
  const kept = children.filter((child, index) => !isBlank(child) || isAskedFor(children, index, node));
  if (kept.length === 0 && children[0] !== undefined) kept.push(children[0]);
  const same = kept.length === node.childCount && kept.every((child, index) => child === node.child(index));
  return same ? node.content : Fragment.from(kept);
}

function isBlank(node: Node): boolean {
  return node.type.name === 'paragraph' && node.content.size === 0;
}

/** A list item must begin with a paragraph, for example: a blank one stays where another kind of block follows. */
function isAskedFor(children: readonly Node[], index: number, { type }: Node): boolean {
  if (index > 0) return false;
  const next = children.find((child) => !isBlank(child));
  return next !== undefined && type.contentMatch.matchType(next.type) === null;
}

/**
 * A gap is hard breaks and runs of spaces and tabs; everything else is words, including code with its leading spaces.
 */
interface Piece {
  readonly node: Node;
  readonly kind: 'word' | 'space' | 'break';
}

/**
 * The content of a textblock in normal form:
 * - text is clean (`cleanLines`): a line break in it is a hard break;
 * - no spaces or tabs stand at the start or end of a line, and no hard break at the end of the block;
 * - a gap between words carries one set of marks, those that the gap and the words on both sides share, but
 *   for code: so no mark begins or ends with a space;
 * - links have addresses that pass the filter;
 * - what holds white space only is empty.
 */
function normaliseInline(block: Node): Fragment {
  if (!needsWork(block)) return block.content;
  const pieces = block.children.flatMap(piecesOf);
  const content = pieces.some(isVisible) ? Fragment.fromArray(settleGaps(pieces)) : Fragment.empty;
  return content.eq(block.content) ? block.content : content;
}

/** Whether anything might be out of normal form; most lines are not, and this finds them quickly. */
function needsWork({ children }: Node): boolean {
  return children.some(
    (child, index) =>
      !child.isText ||
      !isCleanText(child.text ?? '') ||
      child.marks.some((mark) => cleanMark(mark) !== mark) ||
      hasLooseSpace(child, children[index - 1], children[index + 1]),
  );
}

/** White space at the edge of a text: allowed only where the text has no marks and a word follows. */
function hasLooseSpace(child: Node, before: Node | undefined, after: Node | undefined): boolean {
  const text = child.text ?? '';
  const starts = isWhiteSpace(text[0]);
  const ends = isWhiteSpace(text.at(-1));
  if (!starts && !ends) return false;
  const inWords = (!starts || isWordEnd(before?.text?.at(-1))) && (!ends || isWordEnd(after?.text?.[0]));
  return child.marks.length > 0 || !inWords;
}

function isWordEnd(character: string | undefined): boolean {
  return character !== undefined && !isWhiteSpace(character);
}

function isWhiteSpace(character: string | undefined): boolean {
  if (character === undefined || (character > ' ' && character < '\u007f')) return false;
  return /\s/.test(character);
}

function cleanMark(mark: Mark): Mark | null {
  const clean = markRowsOf(mark).normalise;
  if (clean === undefined) return mark;
  const attrs = clean(mark.attrs);
  if (attrs === null) return null;
  return attrs === mark.attrs ? mark : mark.type.create(attrs);
}

function piecesOf(child: Node): readonly Piece[] {
  const marks = child.marks.flatMap((mark) => cleanMark(mark) ?? []);
  if (!child.isText) return [{ node: child.mark(marks), kind: isLineBreak(child) ? 'break' : 'word' }];
  const lineBreak = child.type.schema.linebreakReplacement?.create(null, null, marks);
  return cleanLines(child.text ?? '').flatMap((line, index): readonly Piece[] => {
    const pieces = textPieces(line, marks.some(isVerbatim)).map(({ text, kind }) => ({
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
  const [first, end] = wordBounds(text);
  const start = code && first < end ? 0 : first;
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

function isVisible({ node, kind }: Piece): boolean {
  return kind === 'word' && (!node.isText || /\S/.test(node.text ?? ''));
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
  const broken = before === null || gap.some(({ kind }) => kind === 'break');
  const kept = broken ? gap.filter(({ kind }) => kind === 'break') : gap;
  const around = [...(before === null ? [] : [before]), after, ...kept.map(({ node }) => node)];
  const shared = (before?.marks ?? []).filter(
    (mark) => !isVerbatim(mark) && around.every(({ marks }) => mark.isInSet(marks)),
  );
  return kept.map(({ node }) => node.mark(shared));
}
