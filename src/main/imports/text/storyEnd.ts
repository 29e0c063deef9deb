import type { LeftOutReason } from '#shared/domain/importReport';
import type { Line } from './line';

/**
 * The marks after which a story is over, each with the largest share of its prose that may still follow: a list of
 * other stories and readers' comments have prose of their own; a newsletter box in mid-story does not end it.
 */
const ends: Partial<Record<LeftOutReason | 'hashtags', number>> = {
  hashtags: 0.15,
  related: 0.3,
  comments: 0.7,
  legal: 0.15,
  subscription: 0.05,
};

/** The index of the first line after the story that begins at `from`; promos at its foot come after it. */
export function findStoryEnd(lines: readonly Line[], from: number): number {
  const end = markedEnd(lines, from);
  const isLast = end === lines.length;
  // What a comment or a teaser says no longer counts once it is known to be outside.
  return isLast ? withoutPromos(lines, from, end) : findStoryEnd(lines.slice(0, end), from);
}

function markedEnd(lines: readonly Line[], from: number): number {
  const all = lines.slice(from).reduce((sum, line) => sum + proseIn(line), 0);
  let read = 0;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const most = read > 0 ? ends[endMark(line) ?? 'other'] : undefined;
    if (most !== undefined && all - read <= all * most) return index;
    read += proseIn(line);
  }
  return lines.length;
}

function proseIn({ is, text }: Line): number {
  return is.kind === 'prose' ? text.length : 0;
}

/** Only a heading over a list of stories ends a story, not a label before a single one. */
function endMark({ is }: Line): LeftOutReason | 'hashtags' | null {
  if (is.kind === 'hashtags') return 'hashtags';
  if (is.kind !== 'furniture') return null;
  return is.reason === 'related' && is.match === 'part' ? null : is.reason;
}

/** A headline with a teaser that its site cut off belongs to another story. */
function withoutPromos(lines: readonly Line[], from: number, end: number): number {
  const isPromo = lines[end - 1]?.is.kind === 'teaser' && isLongTitle(lines[end - 2]) && end - 2 > from;
  return isPromo ? withoutPromos(lines, from, end - 2) : end;
}

function isLongTitle(line: Line | undefined): boolean {
  return line?.is.kind === 'title' && line.text.split(/\s+/).length >= 5;
}
