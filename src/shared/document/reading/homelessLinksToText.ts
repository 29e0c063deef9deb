import type { HtmlElement } from '../html';
import { namesNoSite } from '../safeUrl';
import { unwrap } from './tree';

/**
 * Turns, in place, links that name no site into their text, and gives their addresses: a browser completes those of a
 * page that it copies from, and on one's own site the others would lead to one's own pages. What was copied from an
 * editor of ours keeps what was typed there.
 */
export function homelessLinksToText(root: HtmlElement): readonly string[] {
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
