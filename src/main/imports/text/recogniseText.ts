import type { LeftOutReason } from '#shared/domain/importReport';
import { sectionKey } from '#shared/domain/section';
import type { Knowledge } from '../recognised';
import { isScrap } from './byline';
import { labelledSection } from './breadcrumb';
import { isTagLabel, toHashtags } from './hashtagLine';
import { type FoundHeadline, findHeadline, repeatsHeadline } from './headline';
import { type Line, readLines, wordsIn } from './line';
import { type Signature, findFirstProse, findSignature, noSignature } from './signature';
import { findStoryEnd } from './storyEnd';
import { type LineFate, type TextStory, gather } from './textStory';

/** The landmarks of a page, by the indexes of its lines. */
interface Layout {
  readonly lines: readonly Line[];
  readonly headline: FoundHeadline | null;
  /** The first line of prose under the headline: byline and date are between the two. */
  readonly firstProse: number;
  /** The first line after the story. */
  readonly end: number;
  /** The lines above the end. */
  readonly story: readonly Line[];
  readonly signature: Signature;
  /** Lines that are one tag each, under a label. */
  readonly tagList: ReadonlyMap<number, readonly string[]>;
  /** For each line of a list of other stories in mid-story, and each line after the story: why it is left out. */
  readonly outside: ReadonlyMap<number, LeftOutReason>;
}

/** Finds the story in a page that was pasted whole, and in plain text of any shape. */
export function recogniseText(text: string, { sections }: Knowledge): TextStory {
  const lines = readLines(text);
  const layout = layOut(lines, new Set(sections.map(sectionKey)));
  const fates = lines.map((line, index) => ({ text: line.text, fate: fateOf(line, index, layout) }));
  const tagNames = lines.flatMap(({ is }, index) =>
    is.kind === 'hashtags' ? is.names : (layout.tagList.get(index) ?? []),
  );
  return {
    headline: layout.headline?.text ?? '',
    section: layout.headline?.section ?? sectionBelow(layout),
    byline: layout.signature.byline,
    hashtags: toHashtags(tagNames),
    tagNames,
    ...gather(fates),
  };
}

function layOut(lines: readonly Line[], known: ReadonlySet<string>): Layout {
  const headline = findHeadline(lines, known);
  const from = headline === null ? 0 : headline.index + 1;
  const end = findStoryEnd(lines, from);
  const firstProse = headline === null ? from : findFirstProse(lines, from);
  return {
    lines,
    headline,
    firstProse,
    end,
    story: lines.slice(0, end),
    signature:
      headline === null ? noSignature : findSignature(lines, { headline: headline.index, firstProse, end }),
    tagList: findTagList(lines),
    outside: new Map([...findRelatedLists(lines, from, end), ...findReasonsBelow(lines, end)]),
  };
}

/** Short lines under "Tags", up to the first that cannot be a tag. */
function findTagList(lines: readonly Line[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  let isUnderLabel = false;
  for (const [index, { text }] of lines.entries()) {
    const isLabel = isTagLabel(text);
    const isUnderTags = isUnderLabel || found.has(index - 1);
    isUnderLabel = isLabel;
    if (!isUnderTags || isLabel) continue;
    const isTag = lines[index]?.is.kind === 'title' && text.length <= 40 && wordsIn(text) <= 4;
    if (isTag) found.set(index, [text]);
  }
  return found;
}

function sectionBelow({ lines, firstProse, end }: Layout): string | null {
  const names = lines.map(({ text }, index) =>
    index < firstProse || index >= end ? labelledSection(text) : null,
  );
  return names.find((name) => name !== null) ?? null;
}

function fateOf(line: Line, index: number, layout: Layout): LineFate {
  const { headline, end, tagList } = layout;
  if (index === headline?.index) return headlineFate(line, headline);
  if (line.is.kind === 'hashtags' || tagList.has(index)) return leftOut('hashtag_line');
  if (tagList.has(index + 1) && isTagLabel(line.text)) return leftOut('hashtag_line');
  if (headline !== null && index < headline.index) return fateAbove(line, index, headline, layout);
  return index < end ? fateWithin(line, index, layout) : leftOut(layout.outside.get(index) ?? 'other');
}

/** If the headline was taken from a breadcrumb, the line itself is in the report. */
function headlineFate(line: Line, headline: FoundHeadline): LineFate {
  return line.text === headline.text ? { kind: 'headline' } : leftOut('breadcrumb');
}

function fateAbove(
  line: Line,
  index: number,
  headline: FoundHeadline,
  { lines, signature }: Layout,
): LineFate {
  if (headline.trail.has(index)) return leftOut('breadcrumb');
  if (line.is.kind === 'furniture') return furnitureFate(line.is.reason);
  if (signature.lines.has(index)) return leftOut('byline');
  if (repeatsHeadline(line.text, headline.text)) return leftOut('repeated_headline');
  if (labelledSection(line.text) !== null) return leftOut('breadcrumb');
  const isPromo = line.is.kind !== 'title' || ['teaser', 'prose'].includes(lines[index + 1]?.is.kind ?? '');
  return leftOut(isPromo ? 'promo' : 'navigation');
}

function fateWithin(line: Line, index: number, layout: Layout): LineFate {
  const { headline, firstProse, story, signature, outside } = layout;
  const isTop = index < firstProse;
  // A menu word may be a crosshead in the story itself.
  if (line.is.kind === 'furniture' && (isTop || line.is.reason !== 'navigation'))
    return furnitureFate(line.is.reason);
  if (headline && line.text === headline.text) return leftOut('repeated_headline');
  if (signature.lines.has(index)) return leftOut('byline');
  if (isTop && isScrap(line.text)) return leftOut('navigation');
  if (isTop && labelledSection(line.text) !== null) return leftOut('breadcrumb');
  const elsewhere = outside.get(index);
  if (elsewhere) return leftOut(elsewhere);
  // A fairly long title right under the headline is its second line, not a crosshead.
  const isHeading = isCrosshead(story, index) && !(isTop && wordsIn(line.text) > 4);
  return { kind: 'block', block: { kind: isHeading ? 'crosshead' : 'paragraph', text: line.text } };
}

/** Headlines and their teasers under a heading such as "Related articles", in mid-story. */
function findRelatedLists(
  lines: readonly Line[],
  from: number,
  end: number,
): ReadonlyMap<number, LeftOutReason> {
  const found = new Map<number, LeftOutReason>();
  for (let index = from + 1; index < end; index += 1) {
    const [above, line] = [lines[index - 1], lines[index]];
    if (above === undefined || line === undefined) break;
    const isHeaded =
      above.is.kind === 'furniture' && above.is.reason === 'related' && above.is.match === 'whole';
    if (!isHeaded && !found.has(index - 1)) continue;
    const isStory = line.is.kind === 'teaser' || (line.is.kind === 'title' && wordsIn(line.text) >= 5);
    if (isStory) found.set(index, 'related');
  }
  return found;
}

/** After the story, a line is furniture of its own kind, or of the kind it follows. */
function findReasonsBelow(lines: readonly Line[], end: number): ReadonlyMap<number, LeftOutReason> {
  const found = new Map<number, LeftOutReason>();
  let under: LeftOutReason = 'other';
  for (let index = end; index < lines.length; index += 1) {
    const is = lines[index]?.is;
    if (is?.kind === 'furniture' && is.reason !== 'ad_mark') under = is.reason;
    const isPromo = is?.kind === 'teaser' || (is?.kind === 'title' && lines[index + 1]?.is.kind === 'teaser');
    found.set(index, is?.kind === 'furniture' ? is.reason : isPromo ? 'promo' : under);
  }
  return found;
}

function furnitureFate(reason: LeftOutReason): LineFate {
  return reason === 'ad_mark' ? { kind: 'adSlot' } : leftOut(reason);
}

function leftOut(reason: LeftOutReason): LineFate {
  return { kind: 'leftOut', reason };
}

const LONGEST = 100;

/** How lines begin or end that are not crossheads: list items, quotations, introductions, addresses. */
const notCrosshead = /^(?:[-–—―*•◦‣▪·>(["'“”„«‹「『‘’]|\p{Nd}+[.)]\s|[a-z]\)|https?:|www\.)|[:,;)"”’»-]$|@/u;

/**
 * Whether a line is a crosshead: a short title by itself between paragraphs, before prose. `lines` are those of the
 * story. In a script with capitals, a line in lower case is not one.
 */
function isCrosshead(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line?.is.kind !== 'title' || line.text.length > LONGEST || notCrosshead.test(line.text)) return false;
  if (!/\p{L}/u.test(line.text) || /^\P{L}*\p{Ll}/u.test(line.text)) return false;
  const above = textBeside(lines, index, -1);
  const below = textBeside(lines, index, 1);
  const follows = above === undefined || above.is.kind !== 'title' || (line.alone && !above.alone);
  return follows && (below?.is.kind === 'prose' || below?.is.kind === 'teaser');
}

/** The nearest line that belongs to the story. */
function textBeside(lines: readonly Line[], index: number, step: 1 | -1): Line | undefined {
  for (let at = index + step; at >= 0 && at < lines.length; at += step) {
    const kind = lines[at]?.is.kind;
    if (kind !== 'furniture' && kind !== 'hashtags') return lines[at];
  }
  return undefined;
}
