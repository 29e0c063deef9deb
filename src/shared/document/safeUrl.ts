const schemes = new Set(['http', 'https', 'mailto', 'tel']);

/**
 * The one filter for every URL in a story. Returns the address as it may be stored and written, or null for one that
 * a reader must not follow (`javascript:`, `data:`, `file:`, …) and for an empty one.
 *
 * Kept: http, https, mailto, tel, and addresses without a scheme (`/path`, `#part`), which must survive a pull from a
 * site and a send back. What a browser ignores inside an address (WHATWG URL, section 4.4: tabs, line breaks,
 * controls around it) is removed before the scheme is read; spaces become `%20`. Filtering twice changes nothing.
 */
export function safeUrl(url: string): string | null {
  const address = tidyUrl(url);
  if (address === '') return null;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1];
  return scheme === undefined || schemes.has(scheme.toLowerCase()) ? address : null;
}

/**
 * Whether an address depends on the site it is on: it has neither a scheme nor a host. A link within its own page
 * (`#part`) does not.
 */
export function namesNoSite(address: string): boolean {
  return !/^(?:#|\/\/|[a-z][a-z0-9+.-]*:)/i.test(address) && address !== '';
}

/** The address of an image on the web, or null: http and https only. */
export function safeImageUrl(url: string): string | null {
  const address = tidyUrl(url);
  return /^https?:\/\//i.test(address) ? address : null;
}

function tidyUrl(url: string): string {
  if (/^[!-~]+$/.test(url)) return url;
  return url
    .toWellFormed()
    .replace(/[\p{Cc}\p{Noncharacter_Code_Point}]+/gu, '')
    .trim()
    .replace(/\s/gu, encodeURIComponent);
}
