import type { PageElement } from './page';
import type { PageLine } from './pageLines';
import { isProse, pageLines } from './pageLines';
import { regionOf } from './regions';

/** Less shown prose than this is no story: what a page hides until its scripts run is then its text. */
const SHORTEST_STORY = 140;

const marks = ['hidden', 'aria-hidden'];

/**
 * A page that hides all of its prose shows it when its scripts run, or behind a dialog that was open when it was
 * saved: takes the marks away that hide it.
 */
export function showWhatScriptsShow(page: PageElement): void {
  const prose = pageLines(page).filter(isProse);
  const shown = lengthOf(prose.filter(({ region }) => region !== 'hidden'));
  const hidden = lengthOf(prose.filter(({ region }) => region === 'hidden'));
  if (shown >= SHORTEST_STORY || hidden <= shown) return;
  for (const element of page.querySelectorAll('[hidden], [aria-hidden], [style]')) {
    if (regionOf(element) !== 'hidden') continue;
    for (const mark of marks) element.removeAttribute(mark);
    element.removeAttribute('style');
  }
}

/** Takes what a page does not show out of it. */
export function removeHidden(page: PageElement): void {
  for (const element of page.querySelectorAll('*'))
    if (element.parentNode !== null && regionOf(element) === 'hidden') element.remove();
}

function lengthOf(lines: readonly PageLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
