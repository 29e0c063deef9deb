import type { HtmlElement } from '../html';
import { hasText, isElement, isText, parentOf, replace, tagOf, unwrap } from './tree';

/**
 * How Word, LibreOffice, Google Docs and pages made of Markdown link a footnote's mark with its text: addresses
 * within the text that was copied, which lead nowhere in a story.
 */
const noteAddress =
  /^(?:[^#]*)#_?(?:ftn|edn|cmnt|ftnt|sdfootnote|sdendnote|fn|fnref|footnote|endnote|cite_note|cite_ref)[-_:]?(?:ref|sym|anc)?[-_:]?(?:ref)?\d*/i;

/**
 * Settles, in place, the marks of footnotes: no link, and in brackets, so that the year before a raised 1 stays
 * what it is; at the start of the footnote's own text, a space behind it.
 */
export function settleNotes(root: HtmlElement): void {
  for (const link of root.querySelectorAll('a[href*="#"]')) {
    if (!noteAddress.test(link.getAttribute('href') ?? '')) continue;
    const mark = (link.textContent ?? '').trim();
    if (!/^[\p{L}\p{N}*†‡§]{1,4}$/u.test(mark)) unwrap(link);
    else replace(link, [link.ownerDocument.createTextNode(isFirst(link) ? `[${mark}] ` : `[${mark}]`)]);
  }
}

/** Whether nothing stands before an element in its block. */
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
