import type { HtmlElement } from '../html';
import type { PageStyles } from './styleSheet';
import { childrenOf, isElement, isText, tagOf } from './tree';

/** What no page shows as text, whatever its style says. */
const neverText = new Set('head style script title template noscript meta link base'.split(' '));

/**
 * Removes, in place, what a page does not show, by its attributes and its styles (Word hides text with
 * `mso-hide`), and gives the number of its words.
 */
export function takeHidden(root: HtmlElement, styles: PageStyles): number {
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

/** `visibility` is inherited, and an element within may say that it is seen. */
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
