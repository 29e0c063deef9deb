import type { LeftOutReason } from '#shared/domain/importReport';
import type { LeftOut } from '../recognised';

/** A block of a story that was read from lines. */
export type TextBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'crosshead'; readonly text: string }
  | { readonly kind: 'adSlot' };

/** What a page's text came to; each of its lines is the headline, a block or left out. */
export interface TextStory {
  readonly headline: string;
  readonly section: string | null;
  readonly byline: string;
  /** In the page's order; they may be too many, or the same one twice. */
  readonly hashtags: readonly string[];
  readonly blocks: readonly TextBlock[];
  readonly leftOut: readonly LeftOut[];
}

/** What one line becomes. An ad mark becomes a slot and is left out as text. */
export type LineFate =
  | { readonly kind: 'headline' }
  | { readonly kind: 'block'; readonly block: TextBlock }
  | { readonly kind: 'adSlot' }
  | { readonly kind: 'leftOut'; readonly reason: LeftOutReason };

/** The blocks, and the pieces that are left out: lines beside each other with one reason are one piece. */
export function gather(
  fates: readonly { readonly text: string; readonly fate: LineFate }[],
): Pick<TextStory, 'blocks' | 'leftOut'> {
  const blocks: TextBlock[] = [];
  const leftOut: LeftOut[] = [];
  const leave = (text: string, reason: LeftOutReason): void => {
    const last = leftOut.at(-1);
    const goesOn = last?.reason === reason && last.before === blocks.length;
    if (goesOn) leftOut[leftOut.length - 1] = { ...last, text: `${last.text}\n${text}` };
    else leftOut.push({ text, reason, before: blocks.length });
  };
  for (const { text, fate } of fates) {
    if (fate.kind === 'block') blocks.push(fate.block);
    if (fate.kind === 'leftOut') leave(text, fate.reason);
    if (fate.kind === 'adSlot') {
      if (blocks.at(-1)?.kind !== 'adSlot') blocks.push({ kind: 'adSlot' });
      leave(text, 'ad_mark');
    }
  }
  return { blocks, leftOut };
}
