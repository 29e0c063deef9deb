import type { Node } from '@tiptap/pm/model';
import { assertNever } from '../../domain/failure';
import { characterReference, escapeLineStart, escapeText } from './escapeText';
import type { Piece } from './inlinePieces';
import { inlinePieces } from './inlinePieces';

/**
 * How a delimiter run sees its neighbour (CommonMark, section 6.2). Readers disagree on two: `symbol` is punctuation
 * to some (symbols, since version 0.31; rare punctuation, depending on their Unicode version), and `blank` (U+FEFF)
 * is white space to some.
 */
type Side = 'space' | 'punctuation' | 'letter' | 'symbol' | 'blank';

/** Which ends of each text are written as character references. */
interface Ends {
  first: boolean;
  last: boolean;
}

/**
 * The content of a textblock in Markdown. Delimiter runs open and close only beside certain neighbours, so a wrong
 * neighbour is written as a character reference, which counts as punctuation. `lines` writes a hard break as a
 * backslash and a line break; `oneLine`, for headings, as `<br>`.
 */
export function writeInline(block: Node, breaks: 'lines' | 'oneLine'): string {
  const only = block.childCount === 1 ? block.child(0) : null;
  if (
    only?.isText === true &&
    only.marks.length === 0 &&
    !/\s/.test((only.text?.[0] ?? '') + (only.text?.at(-1) ?? ''))
  ) {
    return finish(escapeLineStart(only.text ?? ''), breaks);
  }
  const pieces = inlinePieces(block);
  const ends = referencedEnds(pieces);
  const written = pieces.map((piece, index) => writePiece(piece, index, pieces, ends, breaks));
  return finish(asNoDefinition(written, pieces), breaks);
}

/** The beginning of a link definition (CommonMark, section 4.7): no code hides a bracket from it. */
const definition = /^\[(?:[^\\[\]]|\\[^])+\]:/;

/**
 * The line, with an empty title for a link that would be read as a definition: nothing may follow a definition's title,
 * and here the bracket of the link does. A title that the code itself seems to begin ends at that one, too early.
 */
function asNoDefinition(written: readonly string[], pieces: readonly Piece[]): string {
  const line = written.join('');
  if (!definition.test(line)) return line;
  const close = partner(0, pieces, 1);
  const link = written.slice(0, close + 1).join('');
  const quote = /["']/.exec(line.replace(definition, ''))?.[0] ?? '"';
  return `${link.slice(0, -1)} ${quote}${quote})${written.slice(close + 1).join('')}`;
}

/** A heading's closing number signs would be taken for its end (CommonMark, section 4.2). */
function finish(line: string, breaks: 'lines' | 'oneLine'): string {
  return breaks === 'oneLine' ? line.replace(/(?<![\\#])(#*)#$/, '$1\\#') : line;
}

function writePiece(
  piece: Piece,
  index: number,
  pieces: readonly Piece[],
  ends: readonly Ends[],
  breaks: 'lines' | 'oneLine',
): string {
  switch (piece.kind) {
    case 'text':
      return writeText(piece.text, ends[index], pieces[index - 1], pieces[index + 1]);
    case 'code':
      return codeSpan(piece.text);
    case 'break':
      return breaks === 'lines' ? '\\\n' : '<br>';
    case 'atom':
      return piece.markdown;
    case 'open':
      return piece.syntax.kind === 'pair' ? piece.syntax.open : delimiterRun(index, pieces);
    case 'close':
      return piece.syntax.kind === 'pair' ? piece.syntax.close(piece.attrs) : delimiterRun(index, pieces);
    default:
      return assertNever(piece);
  }
}

function writeText(
  text: string,
  ends: Ends | undefined,
  before: Piece | undefined,
  after: Piece | undefined,
): string {
  const [first = ''] = text;
  const last = lastCharacter(text);
  const head = ends?.first === true ? first : '';
  const tail = ends?.last === true && text.length > head.length ? last : '';
  const middle = text.slice(head.length, text.length - tail.length);
  const startsLine = head === '' && (before === undefined || before.kind === 'break');
  const words = startsLine ? escapeLineStart(middle) : escapeText(middle);
  const shielded = opensLink(after) ? words.replace(/!$/, '\\!') : words;
  return reference(head) + shielded + reference(tail);
}

function reference(character: string): string {
  return character === '' ? '' : characterReference(character);
}

function opensLink(piece: Piece | undefined): boolean {
  return piece?.kind === 'open' && piece.syntax.kind === 'pair' && piece.syntax.open === '[';
}

/** More backticks than the text contains, with a space where it would lose one or run into them. */
function codeSpan(text: string): string {
  const runs = new Set(Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const fence = '`'.repeat(length);
  const pad = /^`|`$|^ .*[^ ].* $/.test(text) ? ' ' : '';
  return fence + pad + text + pad + fence;
}

/** The delimiter of the mark that opens or closes here; the one for inside a word only where nothing else clashes. */
function delimiterRun(index: number, pieces: readonly Piece[]): string {
  const piece = pieces[index];
  if (
    piece === undefined ||
    (piece.kind !== 'open' && piece.kind !== 'close') ||
    piece.syntax.kind !== 'delimiter'
  )
    return '';
  const { run, inWord } = piece.syntax;
  if (inWord === undefined) return run;
  const [open, close] =
    piece.kind === 'open' ? [index, partner(index, pieces, 1)] : [partner(index, pieces, -1), index];
  const around = [pieces[open - 1], pieces[close + 1]];
  const clash = [...around, pieces[open + 1], pieces[close - 1]].some(isDelimiter);
  const withinWord = !isEdge(sideOf(around[0], 'last')) || !isEdge(sideOf(around[1], 'first'));
  return withinWord && !clash ? inWord : run;
}

function partner(index: number, pieces: readonly Piece[], step: 1 | -1): number {
  let depth = 0;
  for (let at = index; at >= 0 && at < pieces.length; at += step) {
    const kind = pieces[at]?.kind;
    if (kind === 'open') depth += 1;
    if (kind === 'close') depth -= 1;
    if (depth === 0) return at;
  }
  return index;
}

function isDelimiter(piece: Piece | undefined): boolean {
  return (piece?.kind === 'open' || piece?.kind === 'close') && piece.syntax.kind === 'delimiter';
}

/**
 * Which characters are written as references: white space at the edge of a line or mark, and wrong neighbours
 * outside.
 */
function referencedEnds(pieces: readonly Piece[]): readonly Ends[] {
  const ends = pieces.map((piece, index) => lineEdges(piece, pieces[index - 1], pieces[index + 1]));
  for (let changed = true; changed;) {
    changed = false;
    pieces.forEach((piece, index) => {
      if (isDelimiter(piece) && settleDelimiter(index, pieces, ends)) changed = true;
    });
  }
  return ends;
}

function lineEdges(piece: Piece, before: Piece | undefined, after: Piece | undefined): Ends {
  if (piece.kind !== 'text') return { first: false, last: false };
  const startsLine = before === undefined || before.kind === 'break';
  const endsLine = after === undefined || after.kind === 'break';
  return { first: startsLine && /^\s/.test(piece.text), last: endsLine && /\s$/.test(piece.text) };
}

function settleDelimiter(index: number, pieces: readonly Piece[], ends: readonly Ends[]): boolean {
  const opens = pieces[index]?.kind === 'open';
  const [inner, outer] = opens ? [index + 1, index - 1] : [index - 1, index + 1];
  const [innerEnd, outerEnd] = opens ? (['first', 'last'] as const) : (['last', 'first'] as const);
  const inside = sideOf(pieces[inner], innerEnd, ends[inner]);
  if (inside === 'space' || inside === 'blank') return referTo(pieces[inner], ends[inner], innerEnd);
  const outside = sideOf(pieces[outer], outerEnd, ends[outer]);
  if (isEdge(outside)) return false;
  if (inside === 'letter' && delimiterRun(index, pieces) !== '_') return false;
  return referTo(pieces[outer], ends[outer], outerEnd);
}

function isEdge(side: Side): boolean {
  return side === 'space' || side === 'punctuation';
}

/** In a text of one character, it is both ends. */
function referTo(piece: Piece | undefined, ends: Ends | undefined, end: 'first' | 'last'): boolean {
  if (piece?.kind !== 'text' || ends === undefined || ends[end]) return false;
  ends[end] = true;
  if (endCharacter(piece.text, 'first') === piece.text) ends.first = ends.last = true;
  return true;
}

function sideOf(piece: Piece | undefined, end: 'first' | 'last', ends?: Ends): Side {
  if (piece === undefined) return 'space';
  if (piece.kind === 'break') return end === 'last' ? 'space' : 'punctuation';
  if (piece.kind !== 'text' || ends?.[end] === true) return 'punctuation';
  const character = endCharacter(piece.text, end);
  if (/[A-Za-z0-9]/.test(character)) return 'letter';
  const side = sides.find(([, pattern]) => pattern.test(character));
  return side === undefined ? 'letter' : side[0];
}

const sides: readonly (readonly [Side, RegExp])[] = [
  ['space', /[\t\p{Zs}]/u],
  ['punctuation', /[!-/:-@[-`{-~]|(?=[\u00a0-\u00bf\u2010-\u205e\u3000-\u301f\uff00-\uff0f])\p{P}/u],
  ['symbol', /[\p{P}\p{S}\p{Cn}]/u],
  ['blank', /\s/],
];

function endCharacter(text: string, end: 'first' | 'last'): string {
  const [first = ''] = text;
  return end === 'first' ? first : lastCharacter(text);
}

function lastCharacter(text: string): string {
  const pair = text.slice(-2);
  return (pair.codePointAt(0) ?? 0) > 0xffff ? pair : text.slice(-1);
}
