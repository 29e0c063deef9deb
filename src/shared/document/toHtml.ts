import type { Attrs, Mark, Node } from '@tiptap/pm/model';
import { type Direction, hasRightToLeft, mostlyWritten } from '../domain/direction';
import { blockDirection, hasWords } from './blockDirection';
import type { DomAttributes, DomSpec } from './html';
import { escapeHtml, withLastLine } from './html';
import { isCode, isVerbatim, rowsOf, type WritingOptions } from './documentNode';
import { normalise } from './normalise';
import { toPlainText } from './toPlainText';

export interface HtmlOptions extends WritingOptions {
  /**
   * `exact` (the default) keeps runs of spaces and tabs visible, by a style on the blocks that have any; `collapsed`
   * leaves them to HTML, which shows one space.
   */
  readonly spaces?: 'exact' | 'collapsed';
  /** The article's direction, for blocks whose letters have none; by default that of most of the story. */
  readonly direction?: Direction;
  /**
   * The surroundings of the story are known to have the article's direction: only blocks that differ state theirs.
   */
  readonly inArticle?: boolean;
}

/** What is passed down to each block: the options, and the direction it inherits; null: unknown. */
interface Setting extends HtmlOptions {
  readonly around: Direction | null;
  readonly direction: Direction;
}

/** What comes before and after the content of a node or mark. */
type Tags = readonly [open: string, close: string];

/**
 * The story as an HTML fragment in normal form, one top-level block per line; everything is escaped, and every
 * address has passed the filter. Drawn from the schema's own DOM output, without a DOM.
 */
export function toHtml(doc: Node, options: HtmlOptions = {}): string {
  const story = normalise(doc);
  const setting = settingOf(story, options);
  return story.children.map((block) => writeBlock(block, setting)).join('\n');
}

/** A story that runs left to right throughout does not say so, as HTML does not. */
function settingOf(story: Node, options: HtmlOptions): Setting {
  const text = toPlainText(story);
  const direction = options.direction ?? mostlyWritten(text) ?? 'ltr';
  if (options.inArticle === true) return { ...options, direction, around: direction };
  const turns = direction === 'rtl' || hasRightToLeft(text);
  return { ...options, direction, around: turns ? null : 'ltr' };
}

/** A block with its direction, if that is not the inherited one. */
function writeBlock(node: Node, setting: Setting): string {
  if (node.isInline || !hasWords(node)) return writeNode(node, setting);
  const direction = blockDirection(node) ?? setting.around ?? setting.direction;
  const html = writeNode(node, { ...setting, around: direction });
  return direction === setting.around
    ? html
    : html.replace(/^<[a-z\d]+/u, (tag) => `${tag} dir="${direction}"`);
}

function writeNode(node: Node, options: Setting): string {
  if (node.isText) return escapeHtml(node.text ?? '');
  const whole = wholeNode(node, options);
  if (whole !== null) return whole;
  const [open, close] = nodeTags(node);
  if (node.isLeaf) return open + close;
  if (!node.isTextblock)
    return open + node.children.map((child) => writeBlock(child, options)).join('') + close;
  if (isCode(node.type)) return open + escapeHtml(withLastLine(node.textContent)) + close;
  const exact = options.spaces !== 'collapsed' && hasSpaceRuns(node);
  return (
    (exact ? `${open.slice(0, -1)} style="white-space: pre-wrap">` : open) + writeLine(node, options) + close
  );
}

/** A node whose markup depends on the target. */
function wholeNode({ type, attrs }: Node, options: HtmlOptions): string | null {
  const html = rowsOf(type)?.toHtml?.(attrs, options) ?? null;
  return html === null || typeof html === 'string' ? html : tagsOf(html).join('');
}

/** HTML shows a run of spaces or a tab as one space; only code may begin with a space that counts. */
function hasSpaceRuns(block: Node): boolean {
  return block.children.some(({ text = '', marks }) => {
    if (text.includes('  ') || text.includes('\t')) return true;
    return text.startsWith(' ') && marks.some(isVerbatim);
  });
}

function writeLine(block: Node, options: Setting): string {
  let html = '';
  let open: readonly Mark[] = [];
  for (const child of block.children) {
    const kept = sharedStart(open, child.marks);
    html += closing(open, kept);
    for (const mark of child.marks.slice(kept)) html += markTags(mark)[0];
    html += writeNode(child, options);
    open = child.marks;
  }
  return html + closing(open, 0);
}

function sharedStart(open: readonly Mark[], next: readonly Mark[]): number {
  const end = open.findIndex((mark, index) => next[index]?.eq(mark) !== true);
  return end === -1 ? open.length : end;
}

function closing(open: readonly Mark[], kept: number): string {
  return open.slice(kept).reduceRight((html, mark) => html + markTags(mark)[1], '');
}

const constantTags = new Map<object, Tags>();

/** The tags of anything without attributes except a block id (which is not drawn) are always the same. */
function nodeTags(node: Node): Tags {
  return remembered(node.type, node.attrs, () => tagsOf(node.type.spec.toDOM?.(node) as DomSpec));
}

function markTags(mark: Mark): Tags {
  return remembered(mark.type, mark.attrs, () => tagsOf(mark.type.spec.toDOM?.(mark, true) as DomSpec));
}

function remembered(type: object, attrs: Attrs, make: () => Tags): Tags {
  const known = constantTags.get(type);
  if (known !== undefined) return known;
  const tags = make();
  if (Object.keys(attrs).every((name) => name === 'id')) constantTags.set(type, tags);
  return tags;
}

const voidTags = new Set(['br', 'hr', 'img']);

function tagsOf([tag, ...rest]: DomSpec): Tags {
  const [first] = rest;
  const attributes = isAttributes(first) ? writeAttributes(first) : '';
  if (voidTags.has(tag)) return [`<${tag}${attributes}>`, ''];
  const parts = rest.slice(isAttributes(first) ? 1 : 0).map(partTags);
  const hole = parts.findIndex((part) => part.length === 2);
  const before = parts.slice(0, hole === -1 ? parts.length : hole + 1).map(([open]) => open);
  const after = hole === -1 ? [] : [parts[hole]?.[1] ?? '', ...parts.slice(hole + 1).map(([whole]) => whole)];
  return [`<${tag}${attributes}>${before.join('')}`, `${after.join('')}</${tag}>`];
}

/** A child that contains the content's place, in two parts; any other whole. */
function partTags(part: DomSpec[number]): Tags | readonly [whole: string] {
  if (part === 0) return ['', ''];
  if (typeof part === 'string') return [escapeHtml(part)];
  if (isAttributes(part)) throw new RangeError('attributes stand only right behind the tag');
  return hasHole(part) ? tagsOf(part) : [tagsOf(part).join('')];
}

function hasHole(spec: DomSpec): boolean {
  return spec.some((part) => part === 0 || (isSpec(part) && hasHole(part)));
}

function isSpec(part: DomSpec[number]): part is DomSpec {
  return Array.isArray(part);
}

function isAttributes(part: DomSpec[number] | undefined): part is DomAttributes {
  return typeof part === 'object' && !isSpec(part);
}

function writeAttributes(attrs: DomAttributes): string {
  return Object.entries(attrs)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');
}
