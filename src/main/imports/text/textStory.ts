import type { LeftOutReason } from '#shared/domain/importReport';
import type { LeftOut } from '../recognised';

/** A block of a story that was read from lines. */
export type TextBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'crosshead'; readonly text: string }
  | { readonly kind: 'adSlot' };

/** The result for a page's text; each of its lines is the headline, a block or left out. */
export interface TextStory {
  readonly headline: string;
  readonly section: string | null;
  readonly byline: string;
  /** In page order; they may be too many, or contain duplicates. */
  readonly hashtags: readonly string[];
  /** The same as the page spells them. */
  readonly tagNames: readonly string[];
  readonly blocks: readonly TextBlock[];
  readonly leftOut: readonly LeftOut[];
}

/** What one line becomes. An ad mark becomes a slot and is left out as text. */
export type LineFate =
  | { readonly kind: 'headline' }
  | { readonly kind: 'block'; readonly block: TextBlock }
  | { readonly kind: 'adSlot' }
  | { readonly kind: 'leftOut'; readonly reason: LeftOutReason };

/** The blocks, and the pieces that are left out. */
export function gather(
  fates: readonly { readonly text: string; readonly fate: LineFate }[],
): Pick<TextStory, 'blocks' | 'leftOut'> {
  const blocks: TextBlock[] = [];
  const leftOut: LeftOut[] = [];
  for (const { text, fate } of fates) {
    if (fate.kind === 'block') blocks.push(fate.block);
    if (fate.kind === 'adSlot' && blocks.at(-1)?.kind !== 'adSlot') blocks.push({ kind: 'adSlot' });
    if (fate.kind === 'adSlot') leftOut.push({ text, reason: 'ad_mark', before: blocks.length });
    if (fate.kind === 'leftOut') leftOut.push({ text, reason: fate.reason, before: blocks.length });
  }
  return { blocks, leftOut: joinPieces(leftOut) };
}

/** Adjacent pieces with the same reason and place as one piece, one line each. */
export function joinPieces(pieces: readonly LeftOut[]): readonly LeftOut[] {
  const joined: LeftOut[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const goesOn = last?.reason === piece.reason && last.before === piece.before;
    if (goesOn) joined[joined.length - 1] = { ...last, text: `${last.text}\n${piece.text}` };
    else joined.push(piece);
  }
  return joined;
}
