import type { HtmlElement, HtmlNode } from '../html';
import type { Declarations } from './css';
import { KEPT_STYLE, withOwnStyle } from './ownStyle';
import type { PageStyles } from './styleSheet';
import { childrenOf, isBlock, isElement, isText, make, tagOf, unwrap } from './tree';

/** How a piece of text looks, as far as a story can express it, and whether its line breaks count. */
interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly highlight: boolean;
  readonly subscript: boolean;
  readonly superscript: boolean;
  readonly keepsLines: boolean;
  readonly isLink: boolean;
}

const plain: Look = {
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  highlight: false,
  subscript: false,
  superscript: false,
  keepsLines: false,
  isLink: false,
};

/** What an element means by its name (HTML Standard, section 15.3: how each is rendered). */
const looksOfTags: Readonly<Record<string, Partial<Look>>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  u: { underline: true },
  s: { strike: true },
  strike: { strike: true },
  del: { strike: true },
  mark: { highlight: true },
  sub: { subscript: true },
  sup: { superscript: true },
  pre: { keepsLines: true },
};

/** The elements that express a look in the story, from the outside in. */
const elementsOfLooks = [
  ['bold', 'strong'],
  ['italic', 'em'],
  ['underline', 'u'],
  ['strike', 's'],
  ['highlight', 'mark'],
  ['subscript', 'sub'],
  ['superscript', 'sup'],
] as const;

const formatting = new Set(
  Object.entries(looksOfTags).flatMap(([tag, look]) => (look.keepsLines === true ? [] : tag)),
);

/** What a property says of a look: nothing, if its value is unknown. */
const properties: Readonly<Record<string, (value: string) => Partial<Look>>> = {
  font: readFont,
  'font-weight': readWeight,
  'font-style': readSlant,
  'text-decoration': readDecoration,
  'text-decoration-line': readDecoration,
  'white-space': readWhiteSpace,
  'white-space-collapse': readWhiteSpace,
};

/** The same of an element in a line: a block's height in its cell, or its ground, says nothing of its words. */
const propertiesInLine: Readonly<Record<string, (value: string) => Partial<Look>>> = {
  ...properties,
  'vertical-align': readHeight,
  background: readGround,
  'background-color': readGround,
  'mso-highlight': (value) => ({ highlight: value !== 'none' }),
};

/** Marks a paragraph or heading whose spaces all count, for the rules of `readingRules.ts`. */
export const KEEPS_SPACES = 'data-keeps-spaces';

/**
 * Turns text styles into elements, in place: a span of weight 700 becomes `strong`, a `b` of normal weight
 * disappears, a break in text that keeps its lines becomes `br`. So every rule of the schema reads elements only, in
 * the window and in main alike: none may ask for `.style`, which is empty in a window. No `style` attribute is left.
 */
export function settleTextStyles(root: HtmlElement, styles: PageStyles): void {
  if (styles.isEmpty && root.querySelector(`${withOwnStyle()}, pre`) === null) return;
  for (const child of childrenOf(root)) settle(child, plain, styles);
}

function settle(node: HtmlNode, look: Look, styles: PageStyles): void {
  if (isText(node)) settleText(node, look);
  if (!isElement(node)) return;
  const tag = tagOf(node);
  if (tag === 'br') wrapIn(node, look);
  const inner = lookOf(node, tag, styles.of(node), look);
  node.removeAttribute('style');
  node.removeAttribute(KEPT_STYLE);
  if (inner.keepsLines && /^(?:p|h[1-6])$/.test(tag)) node.setAttribute(KEEPS_SPACES, '');
  for (const child of childrenOf(node)) settle(child, inner, styles);
  if (formatting.has(tag)) unwrap(node);
}

function lookOf(element: HtmlElement, tag: string, declared: Declarations, around: Look): Look {
  const own: { -readonly [Name in keyof Look]?: Look[Name] } = { ...looksOfTags[tag] };
  const known = isBlock(element) ? properties : propertiesInLine;
  for (const [name, value] of declared) Object.assign(own, known[name]?.(value));
  const isLink = around.isLink || (tag === 'a' && element.getAttribute('href') !== null);
  // What is inside raised or lowered words goes with them, unless it is moved itself.
  const { subscript, superscript } = own.subscript === true || own.superscript === true ? own : around;
  // Lines and grounds are also drawn by surrounding elements, and a link is underlined by default.
  const ownLine = own.underline === true && !(isLink && looksOfTags[tag]?.underline !== true);
  return {
    ...around,
    ...own,
    underline: around.underline || ownLine,
    strike: around.strike || own.strike === true,
    highlight: around.highlight || own.highlight === true,
    subscript: subscript === true,
    superscript: superscript === true,
    isLink,
  };
}

function settleText(text: HtmlNode, look: Look): void {
  const parent = text.parentNode;
  if (parent === null || !isElement(parent)) return;
  const words = text.textContent ?? '';
  if (!look.keepsLines || !/[\r\n]/.test(words) || standsBetweenBlocks(text, words)) {
    wrapIn(text, look);
    return;
  }
  const { ownerDocument } = parent;
  words.split(/\r\n?|\n/).forEach((line, index) => {
    const pieces = index === 0 ? [] : [ownerDocument.createElement('br')];
    for (const piece of [...pieces, ownerDocument.createTextNode(line)]) {
      parent.insertBefore(piece, text);
      wrapIn(piece, look);
    }
  });
  parent.removeChild(text);
}

/** White space between two blocks in the source is not a line. */
function standsBetweenBlocks(text: HtmlNode, words: string): boolean {
  const { previousSibling: before, nextSibling: after } = text;
  const nextToBlock = (before !== null && isBlock(before)) || (after !== null && isBlock(after));
  return !/\S/.test(words) && (nextToBlock || (before === null && after === null));
}

function wrapIn(node: HtmlNode, look: Look): void {
  const parent = node.parentNode;
  if (parent === null || !isElement(parent) || (isText(node) && node.textContent === '')) return;
  const tags = elementsOfLooks.flatMap(([name, tag]) => (look[name] ? [tag] : []));
  if (tags.length === 0) return;
  const next = node.nextSibling;
  const wrapped = tags.reduceRight<HtmlNode>((inner, tag) => make(parent, tag, [inner]), node);
  parent.insertBefore(wrapped, next);
}

function readWeight(value: string): Partial<Look> {
  if (/^(?:bold|bolder)$/.test(value)) return { bold: true };
  if (/^(?:normal|lighter|initial)$/.test(value)) return { bold: false };
  return /^\d{1,4}(?:\.\d+)?$/.test(value) ? { bold: Number(value) >= 600 } : {};
}

function readSlant(value: string): Partial<Look> {
  if (/^(?:italic|oblique)\b/.test(value)) return { italic: true };
  return /^(?:normal|initial)$/.test(value) ? { italic: false } : {};
}

function readDecoration(value: string): Partial<Look> {
  if (/^(?:inherit|unset|revert)/.test(value)) return {};
  return { underline: /\bunderline\b/.test(value), strike: /\bline-through\b/.test(value) };
}

function readWhiteSpace(value: string): Partial<Look> {
  if (/^(?:pre|preserve|break-spaces)/.test(value)) return { keepsLines: true };
  return /^(?:normal|nowrap|collapse|initial)/.test(value) ? { keepsLines: false } : {};
}

/** The shorthand resets what it does not name (CSS Fonts, section 2.7); the size ends what may come first. */
function readFont(value: string): Partial<Look> {
  if (/^(?:inherit|unset|revert)/.test(value)) return {};
  const words = value.split(' ');
  const size = words.findIndex((word) =>
    /^\.?\d[\d.]*[a-z%]|^(?:xx?-|xxx-)?(?:small|large)|^medium/.test(word),
  );
  if (size === -1) return {};
  const named = words.slice(0, size);
  return {
    bold: named.some((word) => readWeight(word).bold === true),
    italic: named.some((word) => readSlant(word).italic === true),
  };
}

function readHeight(value: string): Partial<Look> {
  if (!/^(?:sub|super|baseline|initial|unset)$/.test(value)) return {};
  return { subscript: value === 'sub', superscript: value === 'super' };
}

/** The bright colours of a word processor's highlighter: by other grounds, pages draw labels, buttons and whole lines. */
const highlighter =
  /^(?:yellow|lime|aqua|cyan|fuchsia|magenta|#(?:ff0|0f0|0ff|f0f|ffff00|00ff00|00ffff|ff00ff)|rgb\((?:255, ?255, ?0|0, ?255, ?0|0, ?255, ?255|255, ?0, ?255)\))$/;

/** No ground at all: a block editor colours the letters of a `mark` and takes its ground away. */
const noGround = /^(?:none|transparent|initial|unset|rgba\(.*, ?0\))$/;

function readGround(value: string): Partial<Look> {
  if (highlighter.test(value)) return { highlight: true };
  return noGround.test(value) ? { highlight: false } : {};
}
