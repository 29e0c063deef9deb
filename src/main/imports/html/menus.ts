import type { PageElement } from './page';
import { isProse, pageLines } from './pageLines';
import { regionOf } from './regions';

/** What may be a menu or a list of other stories where most of its text is links. */
const lists = 'ul, ol, dl, table, center, section, div, p';

const FEWEST_LINKS = 4;
const LEAST_LINKED = 0.7;
/** A link's words in a menu or a list of headlines, on average; code units. */
const LONGEST_LABEL = 90;

/** Takes out of an element what its markup tells to be no story: footers, menus, comments and lists of links. */
export function removeMenus(root: PageElement): void {
  for (const element of root.querySelectorAll('*'))
    if (element.parentNode !== null && regionOf(element) !== null) element.remove();
  for (const list of root.querySelectorAll(lists))
    if (list.parentNode !== null && isLinkList(list)) list.remove();
}

function isLinkList(list: PageElement): boolean {
  const links = [...list.querySelectorAll('a')];
  if (links.length < FEWEST_LINKS) return false;
  const lines = pageLines(list);
  const sum = (count: (line: (typeof lines)[number]) => number): number =>
    lines.reduce((total, line) => total + count(line), 0);
  const text = sum((line) => line.text.length);
  const linked = sum((line) => line.linked);
  return linked >= text * LEAST_LINKED && linked / links.length <= LONGEST_LABEL && !lines.some(isProse);
}
