import type { Node } from '@tiptap/pm/model';
import type { LeftOutReason } from '#shared/domain/importReport';
import { blockText } from '#shared/document/toPlainText';
import type { LeftOut } from '../recognised';
import { readBreadcrumb } from '../text/breadcrumb';
import { isSignature } from '../text/byline';
import { furnitureOf } from '../text/furniture';
import { hashtagsIn } from '../text/hashtagLine';
import { repeatsHeadline } from '../text/headline';
import { endsSentence, isCutOff } from '../text/line';
import { joinPieces } from '../text/textStory';
import type { PageLine } from './pageLines';
import type { Region } from './regions';

/** The texts that became fields; a line equal to one of them is not left out. */
export interface TakenFields {
  readonly headline: string;
  readonly others: readonly string[];
}

/** Lines of at least this length may be part of a block, as where a page breaks a line that the story joins. */
const SHORTEST_PART = 20;

/**
 * The lines of a page that are neither in its story nor in a field, each with its place and a likely reason; `known`
 * has the keys of the store's sections.
 */
export function leftOver(
  lines: readonly PageLine[],
  body: Node,
  fields: TakenFields,
  known: ReadonlySet<string>,
): readonly LeftOut[] {
  const blockOf = indexBlocks(body);
  const whole = [...blockOf.keys()].join('');
  const free = new Set([fields.headline, ...fields.others].map(keyOf));
  const left: LeftOut[] = [];
  let before = 0;
  for (const line of lines) {
    const key = keyOf(line.text);
    const block = blockOf.get(key);
    if (block !== undefined) before = Math.max(before, block + 1);
    const isTaken = block !== undefined || (key.length >= SHORTEST_PART && whole.includes(key));
    // A field accounts for one line: its repetitions are left out.
    if (!isTaken && !free.delete(key))
      left.push({ text: line.text, reason: reasonOf(line, fields.headline, known), before });
  }
  return joinPieces(left);
}

/** White space differs between a page's markup and the story read from it. */
function keyOf(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** For each line of the body, the index of its top-level block. */
function indexBlocks(body: Node): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  body.children.forEach((block, index) => {
    const add = (text: string): void => {
      for (const part of [text, ...text.split('\n')])
        if (!found.has(keyOf(part))) found.set(keyOf(part), index);
    };
    add(blockText(block));
    block.descendants((node) => {
      add(blockText(node));
      return !node.isTextblock;
    });
  });
  return found;
}

/** What a line is by its place, if its words do not tell. */
const reasons: Readonly<Partial<Record<Region, LeftOutReason>>> = {
  footer: 'footer',
  comments: 'comments',
  menu: 'navigation',
  control: 'control',
};

function reasonOf(
  { text: line, region }: PageLine,
  headline: string,
  known: ReadonlySet<string>,
): LeftOutReason {
  if (region === 'hidden') return 'hidden';
  if (readBreadcrumb(line, headline === '' ? null : headline, known) !== null) return 'breadcrumb';
  if (headline !== '' && repeatsHeadline(line, headline)) return 'repeated_headline';
  if (hashtagsIn(line).length > 0) return 'hashtag_line';
  if (isSignature(line)) return 'byline';
  const furniture = furnitureOf(line)?.reason;
  if (furniture !== undefined) return furniture;
  const place = reasons[region];
  if (place !== undefined) return place;
  if (!endsSentence(line)) return 'navigation';
  return isCutOff(line) ? 'promo' : 'other';
}
