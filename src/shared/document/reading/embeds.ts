import type { HtmlElement } from '../html';
import { safeUrl } from '../safeUrl';
import { around, make, replace } from './tree';

/** What became of a page's embeds. */
export interface Embeds {
  /** The addresses of those that became links, in page order. */
  readonly linked: readonly string[];
  /** How many had no address on the web. */
  readonly lost: number;
}

const embedding = 'iframe, frame, embed, object, video, audio';

/** Where each may name what it shows. */
const addressAttributes = ['src', 'data-src', 'data-lazy-src', 'data', 'value', 'href'];

/** Other sites' posts, which a page shows as a quotation until a script draws them. */
const quoted =
  'blockquote[class*="embed" i], blockquote[class*="twitter" i], blockquote[class*="instagram" i], blockquote[class*="tiktok" i], blockquote[data-instgrm-permalink]';

/**
 * Turns a page's embeds into links, in place, a paragraph each: a player, frame or document by its title, else its
 * address; a quoted post keeps its words.
 */
export function embedsToLinks(root: HtmlElement): Embeds {
  const linked: string[] = [];
  let lost = 0;
  for (const element of root.querySelectorAll(embedding)) {
    if (around(element, root, (outer) => outer.matches(embedding)) !== null) continue;
    const address = addressOf(element);
    if (address === null) lost += 1;
    else linked.push(address);
    replace(element, address === null ? [] : [linkTo(element, address)]);
  }
  for (const quote of root.querySelectorAll(quoted)) linked.push(...linkOfQuote(quote));
  return { linked, lost };
}

/** A complete web address; one without a scheme is taken to be https. */
export function webAddress(written: string | null): string | null {
  const whole = (written ?? '').trim().replace(/^\/\//, 'https://');
  return /^https?:\/\//i.test(whole) ? safeUrl(whole) : null;
}

function addressOf(element: HtmlElement): string | null {
  const parts = [element, ...element.querySelectorAll('source, embed, param[name="movie" i], a[href]')];
  for (const part of parts) {
    for (const name of addressAttributes) {
      const address = webAddress(part.getAttribute(name));
      if (address !== null) return address;
    }
  }
  return null;
}

function linkTo(element: HtmlElement, address: string): HtmlElement {
  const title = (element.getAttribute('title') ?? element.getAttribute('aria-label') ?? '').trim();
  const link = make(element, 'a', [element.ownerDocument.createTextNode(title === '' ? address : title)]);
  link.setAttribute('href', address);
  return make(element, 'p', [link]);
}

/** The address of a quoted post, added after it if none of its words has it. */
function linkOfQuote(quote: HtmlElement): readonly string[] {
  const links = [...quote.querySelectorAll('a[href]')].map((link) => webAddress(link.getAttribute('href')));
  const written = links.findLast((address) => address !== null);
  if (written !== undefined && written !== null) return [written];
  const address = webAddress(quote.getAttribute('cite') ?? quote.getAttribute('data-instgrm-permalink'));
  if (address === null) return [];
  quote.insertBefore(linkTo(quote, address), null);
  return [address];
}
