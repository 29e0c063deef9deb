import type { Line } from './line';

const LONGEST = 100;

/** What begins or ends a line that is no crosshead: items of lists, quotations, introductions, addresses. */
const notCrosshead = /^(?:[-–—―*•◦‣▪·>(["'“”„«‹「『‘’]|\p{Nd}+[.)]\s|[a-z]\)|https?:|www\.)|[:,;)"”’»-]$|@/u;

/**
 * Whether a line is a crosshead: a short title by itself between paragraphs, before prose. `lines` are those of
 * the story. A line in small letters is none in a script that has capitals.
 */
export function isCrosshead(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line?.is.kind !== 'title' || line.text.length > LONGEST || notCrosshead.test(line.text)) return false;
  if (!/\p{L}/u.test(line.text) || /^\P{L}*\p{Ll}/u.test(line.text)) return false;
  const above = textBeside(lines, index, -1);
  const below = textBeside(lines, index, 1);
  const follows = above === undefined || above.is.kind !== 'title' || (line.alone && !above.alone);
  return follows && (below?.is.kind === 'prose' || below?.is.kind === 'teaser');
}

/** The nearest line that is the story's own. */
function textBeside(lines: readonly Line[], index: number, step: 1 | -1): Line | undefined {
  for (let at = index + step; at >= 0 && at < lines.length; at += step) {
    const kind = lines[at]?.is.kind;
    if (kind !== 'furniture' && kind !== 'hashtags') return lines[at];
  }
  return undefined;
}
