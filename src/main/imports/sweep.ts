import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { adSlotKey, DEFAULT_AD_SLOT } from '#shared/domain/adSlot';
import type { LeftOutReason } from '#shared/domain/importReport';
import { schema } from '#shared/document/schema';
import { isCode } from '#shared/document/documentNode';
import { blockText } from '#shared/document/toPlainText';
import type { LeftOut } from './recognised';
import { bylineIn, isSignature } from './text/byline';
import { furnitureOf } from './text/furniture';
import { hashtagNamesIn, hashtagsIn, toHashtags } from './text/hashtagLine';

export interface SweepRules {
  /** The kinds of furniture to remove. */
  readonly reasons: ReadonlySet<LeftOutReason>;
  /** Blocks that repeat this text are removed; empty for none. */
  readonly headline: string;
  /** Whether a block of nothing but hashtags is removed from the story. */
  readonly takesHashtags: boolean;
  /** Whether byline and date on the first blocks are removed. */
  readonly takesSignature?: boolean;
}

export interface Swept {
  readonly body: Node;
  readonly hashtags: readonly string[];
  /** The same as the source spells them. */
  readonly tagNames: readonly string[];
  readonly byline: string;
  readonly leftOut: readonly LeftOut[];
}

/** What stands in for an advertisement in a page's text: U+FFFC, the key of its slot, U+FFFC. */
export function adToken(slotKey: string): string {
  return `\ufffcad:${adSlotKey.safeParse(slotKey).success ? slotKey : DEFAULT_AD_SLOT}\ufffc`;
}

const token = /^\ufffcad:([a-z0-9-]+)\ufffc$/;

/** How many of the first blocks may be byline and date. */
const SIGNATURE_BLOCKS = 4;

type Fate =
  | { readonly kind: 'keep' }
  | { readonly kind: 'adSlot'; readonly slotKey: string; readonly isToken: boolean }
  | { readonly kind: 'leaveOut'; readonly reason: LeftOutReason };

/**
 * A document without the furniture among its top-level blocks, with ad marks turned into slots. Only whole blocks are
 * removed, and adjacent marks become one slot.
 */
export function sweep(doc: Node, rules: SweepRules): Swept {
  const blocks: Node[] = [];
  const leftOut: LeftOut[] = [];
  const tagNames: string[] = [];
  let byline = '';
  doc.children.forEach((block, index) => {
    const text = textOf(block);
    const fate = fateOf(block, text, index, rules);
    if (fate.kind === 'keep') blocks.push(block);
    if (fate.kind === 'adSlot' && blocks.at(-1)?.type.name !== 'adSlot') {
      blocks.push(schema.node('adSlot', { slotKey: fate.slotKey }));
    }
    const reason = fate.kind === 'leaveOut' ? fate.reason : 'ad_mark';
    if (fate.kind === 'keep' || (fate.kind === 'adSlot' && fate.isToken)) return;
    leftOut.push({ text, reason, before: blocks.length });
    if (reason === 'hashtag_line') tagNames.push(...hashtagNamesIn(text));
    if (reason === 'byline') byline ||= bylineIn(text) ?? '';
  });
  return { body: withBlocks(doc, blocks), hashtags: toHashtags(tagNames), tagNames, byline, leftOut };
}

function withBlocks(doc: Node, blocks: readonly Node[]): Node {
  return doc.type.create(
    doc.attrs,
    blocks.length > 0 ? Fragment.from([...blocks]) : schema.node('paragraph'),
  );
}

/** A list's text is its items', one per line: the links of a menu are such a list. */
function textOf(block: Node): string {
  return (
    block.isTextblock ? blockText(block) : block.children.map((child) => child.textContent).join('\n')
  ).trim();
}

function fateOf(block: Node, text: string, index: number, rules: SweepRules): Fate {
  if (isCode(block.type)) return { kind: 'keep' };
  const slotKey = token.exec(text)?.[1];
  if (slotKey !== undefined) return { kind: 'adSlot', slotKey, isToken: true };
  if (text === '' || block.type.name === 'blockquote') return { kind: 'keep' };
  const reasons = text.split('\n').map((line) => reasonOf(line, block, index, rules));
  const [reason] = reasons;
  if (reason === null || reason === undefined || reasons.includes(null)) return { kind: 'keep' };
  if (reason === 'ad_mark') return { kind: 'adSlot', slotKey: DEFAULT_AD_SLOT, isToken: false };
  return { kind: 'leaveOut', reason };
}

function reasonOf(line: string, block: Node, index: number, rules: SweepRules): LeftOutReason | null {
  if (rules.headline !== '' && line.trim() === rules.headline) return 'repeated_headline';
  const furniture = furnitureOf(line.trim())?.reason;
  if (furniture !== undefined && rules.reasons.has(furniture)) return furniture;
  if (rules.takesHashtags && block.isTextblock && hashtagsIn(line).length > 0) return 'hashtag_line';
  const isTop = rules.takesSignature === true && index < SIGNATURE_BLOCKS;
  return isTop && isSignature(line) ? 'byline' : null;
}
