import type { HtmlElement } from '../html';
import { around, childrenOf, isElement, isText, replace, tagOf, unwrap } from './tree';

/** What a page shows and a story does not hold, counted. */
export interface LeftOutParts {
  readonly drawings: number;
  readonly fields: number;
}

const drawings = 'svg, canvas';
const fields = 'input:not([type="hidden" i]), button, select, textarea, datalist, progress, meter, output';

/** Removes, in place, drawings and form fields, and counts them; a formula becomes its characters, an
 * open dialog what it says. */
export function takeOutParts(root: HtmlElement): LeftOutParts {
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

/** The characters of a formula, without what it says of itself in another notation. */
function formulaText(element: HtmlElement): string {
  return childrenOf(element)
    .map((child) => {
      if (isText(child)) return (child.textContent ?? '').trim();
      return isElement(child) && !tagOf(child).startsWith('annotation') ? formulaText(child) : '';
    })
    .join('');
}
