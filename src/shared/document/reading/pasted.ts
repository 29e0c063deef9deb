import type { HtmlElement } from '../html';
import { type Embeds, embedsToLinks } from './embeds';
import { countLetteredLists, type ReadingChanges } from './letteredLists';
import { settleLooseParts } from './looseParts';
import { type Pictures, settlePictures } from './pictures';
import { type PageStyles, stylesOf } from './styleSheet';
import { tablesToLines } from './tables';
import { settleTextStyles } from './textStyles';
import {
  around,
  childrenOf,
  hasText,
  isBlock,
  isElement,
  isText,
  parentOf,
  replace,
  tagOf,
  unwrap,
} from './tree';
import { readWordLists } from './wordLists';
import { namesNoSite } from '../safeUrl';
import { sanitise } from '../sanitise';

/** What pasted HTML contained that a story holds differently, or not at all. */
export interface PastedHtml extends ReadingChanges {
  readonly hiddenWords: number;
  readonly embeds: Embeds;
  readonly pictures: Pictures;
  /** The addresses of incomplete links, which became text. */
  readonly links: readonly string[];
  readonly parts: LeftOutParts;
}

/**
 * Turns, in place, what a program put on the clipboard into what the schema's rules read: elements for styles, lists
 * for Word's paragraphs, lines for tables, links for embeds. Anything visible that is lost is counted here.
 */
export function settlePasted(root: HtmlElement, newKey: () => string): PastedHtml {
  const styles = stylesOf(root);
  const hiddenWords = takeHidden(root, styles);
  const embeds = embedsToLinks(root);
  const pictures = settlePictures(root, newKey);
  const parts = takeOutParts(root);
  sanitise(root);
  const links = homelessLinksToText(root);
  settleNotes(root);
  const lettered = countLetteredLists(root, styles);
  const letteredLists = lettered + readWordLists(root);
  const tables = tablesToLines(root);
  settleLooseParts(root);
  settleTextStyles(root, styles);
  return { hiddenWords, embeds, pictures, links, parts, tables, letteredLists };
}

/** What no page shows as text, whatever its style. */
const neverText = new Set('head style script title template noscript meta link base'.split(' '));

/**
 * Removes, in place, what a page hides by attributes and styles (Word hides text with `mso-hide`), and returns the
 * number of its words.
 */
function takeHidden(root: HtmlElement, styles: PageStyles): number {
  const words = childrenOf(root).reduce(
    (sum, child) => sum + (isElement(child) ? hide(child, styles) : 0),
    0,
  );
  return words;
}

function hide(element: HtmlElement, styles: PageStyles): number {
  if (neverText.has(tagOf(element))) return 0;
  const style = styles.of(element);
  const isGone = element.getAttribute('hidden') !== null || isClosedDialog(element);
  if (isGone || style.get('display') === 'none' || style.get('mso-hide') === 'all') {
    element.remove();
    return wordsOf(element);
  }
  if (/^(?:hidden|collapse)$/.test(style.get('visibility') ?? '')) return hideAllButVisible(element, styles);
  return childrenOf(element).reduce((sum, child) => sum + (isElement(child) ? hide(child, styles) : 0), 0);
}

/** `visibility` is inherited, but an element inside can be made visible again. */
function hideAllButVisible(element: HtmlElement, styles: PageStyles): number {
  return childrenOf(element).reduce((sum, child) => {
    if (isText(child)) {
      const words = wordsIn(child.textContent ?? '');
      child.textContent = '';
      return sum + words;
    }
    if (!isElement(child)) return sum;
    const isSeen = styles.of(child).get('visibility') === 'visible';
    return sum + (isSeen ? hide(child, styles) : hideAllButVisible(child, styles));
  }, 0);
}

function isClosedDialog(element: HtmlElement): boolean {
  return tagOf(element) === 'dialog' && element.getAttribute('open') === null;
}

function wordsOf(element: HtmlElement): number {
  for (const child of element.querySelectorAll('style, script, template, noscript')) child.remove();
  return wordsIn(element.textContent ?? '');
}

const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;

/**
 * Turns incomplete links into their text, in place, and returns their addresses: a browser completes those of a page
 * it copies from, and on one's own site the others would lead to one's own pages. What was copied from our own editor
 * keeps what was typed there.
 */
function homelessLinksToText(root: HtmlElement): readonly string[] {
  if (root.querySelector('[data-pm-slice]') !== null) return [];
  const addresses: string[] = [];
  for (const link of root.querySelectorAll('a[href]')) {
    const address = (link.getAttribute('href') ?? '').trim();
    if (!namesNoSite(address)) continue;
    addresses.push(address);
    unwrap(link);
  }
  return addresses;
}

/** What a page shows and a story cannot hold, counted. */
interface LeftOutParts {
  readonly drawings: number;
  readonly fields: number;
}

const drawings = 'svg, canvas';
const fields = 'input:not([type="hidden" i]), button, select, textarea, datalist, progress, meter, output';

/**
 * Removes drawings and form fields, in place, and counts them; a formula becomes its characters, an open dialog its
 * text.
 */
function takeOutParts(root: HtmlElement): LeftOutParts {
  for (const dialog of root.querySelectorAll('dialog[open]')) unwrap(dialog);
  for (const formula of root.querySelectorAll('math')) {
    replace(formula, [formula.ownerDocument.createTextNode(formulaText(formula))]);
  }
  return { drawings: takeOut(root, drawings), fields: takeOut(root, fields) };
}

function takeOut(root: HtmlElement, selector: string): number {
  const outermost = [...root.querySelectorAll(selector)].filter(
    (element) => around(element, root, (outer) => outer.matches(selector)) === null,
  );
  for (const element of outermost) element.remove();
  return outermost.length;
}

/** The characters of a formula, without its description in another notation. */
function formulaText(element: HtmlElement): string {
  return childrenOf(element)
    .map((child) => {
      if (isText(child)) return (child.textContent ?? '').trim();
      return isElement(child) && !tagOf(child).startsWith('annotation') ? formulaText(child) : '';
    })
    .join('');
}

/**
 * How Word, LibreOffice, Google Docs and pages made from Markdown link a footnote mark to its text: addresses inside
 * the copied text, which lead nowhere in a story.
 */
const noteAddress =
  /^(?:[^#]*)#_?(?:ftn|edn|cmnt|ftnt|sdfootnote|sdendnote|fn|fnref|footnote|endnote|cite_note|cite_ref)[-_:]?(?:ref|sym|anc)?[-_:]?(?:ref)?\d*/i;

/**
 * Fixes footnote marks, in place: no link, and in brackets instead of raised, so that a year before a 1 stays what it
 * is in plain text too; at the start of the footnote's own text, a space after it.
 */
function settleNotes(root: HtmlElement): void {
  for (const link of root.querySelectorAll('a[href*="#"]')) {
    if (!noteAddress.test(link.getAttribute('href') ?? '')) continue;
    const mark = (link.textContent ?? '').trim();
    const [, opening, sign] = /^(\[?)([\p{L}\p{N}*†‡§]{1,4})\]?$/u.exec(mark) ?? [];
    if (sign === undefined) unwrap(link);
    else {
      const space = opening === '' && isFirst(link) ? ' ' : '';
      replace(withRaised(link), [link.ownerDocument.createTextNode(`[${sign}]${space}`)]);
    }
  }
}

/** The outermost element in the line that contains nothing but this one's text. */
function withRaised(link: HtmlElement): HtmlElement {
  const outer = parentOf(link);
  if (outer?.textContent !== link.textContent || isBlock(outer)) return link;
  return withRaised(outer);
}

/** Whether an element comes first in its block. */
function isFirst(element: HtmlElement): boolean {
  for (let node = element; ;) {
    for (let before = node.previousSibling; before !== null; before = before.previousSibling) {
      if ((isText(before) || isElement(before)) && hasText(before)) return false;
    }
    const outer = parentOf(node);
    if (outer === null || /^(?:p|div|li|dd|body|td)$/.test(tagOf(outer))) return true;
    node = outer;
  }
}
