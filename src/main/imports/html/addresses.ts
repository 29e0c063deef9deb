import type { PageElement } from '../../dom/linkedomTree';

/** The attributes that name an image; those of lazy-loading pages come last. */
export const pictureSources = ['src', 'data-src', 'data-lazy-src', 'data-original'] as const;

/** How browsers and their extensions note where a saved page is from. */
const savedFrom = /<!--[^>]{0,300}?(?:saved from url=\(\d+\)|\burl:\s*)(https?:\/\/[^\s<>"]+)/i;

/** What a browser saved beside the page, in a folder named after it. */
const beside = /^(?:\.\/)?[^/?#]+[-_](?:files|fichiers|dateien|archivos|arquivos|file|bestanden)\//i;

/**
 * Completes the page's links and image addresses, in place, from where it says it is from: `base`, canonical address,
 * `og:url`, or the note of the program that saved it. `//host/…` is read as https. What cannot be completed stays.
 */
export function resolveAddresses(page: PageElement, html: string): void {
  const base = baseOf(page, html);
  for (const link of page.querySelectorAll('a[href]')) {
    const href = (link.getAttribute('href') ?? '').trim();
    const whole = resolved(href, base);
    if (whole !== null) link.setAttribute('href', whole);
  }
  for (const image of page.querySelectorAll('img')) resolvePicture(image, base);
}

function resolvePicture(image: PageElement, base: URL | null): void {
  for (const name of pictureSources) {
    const address = (image.getAttribute(name) ?? '').trim();
    const whole = beside.test(address) ? null : resolved(address, base);
    if (whole !== null) image.setAttribute(name, whole);
  }
  if (pictureSources.some((name) => /^(?:https?|data):/i.test(image.getAttribute(name) ?? ''))) return;
  const sets = [image, ...(image.closest('picture')?.querySelectorAll('source') ?? [])];
  const address = sets.map((one) => firstOf(one.getAttribute('srcset') ?? '')).find((one) => one !== '');
  if (address === undefined || beside.test(address)) return;
  const whole = isRelative(address) ? resolved(address, base) : address;
  if (whole !== null) image.setAttribute('src', whole);
}

/** The first image of a `srcset` (HTML Standard, 4.8.4.3). */
function firstOf(set: string): string {
  return /^[\s,]*([^\s,]\S*)/.exec(set)?.[1]?.replace(/,+$/, '') ?? '';
}

/** Null for part of the page itself, an address with a scheme of its own, and one that no base completes. */
function resolved(address: string, base: URL | null): string | null {
  if (!isRelative(address)) return null;
  const from = base ?? (address.startsWith('//') ? new URL('https://host.invalid/') : null);
  return from !== null && URL.canParse(address, from.href) ? new URL(address, from).href : null;
}

function isRelative(address: string): boolean {
  return address !== '' && !address.startsWith('#') && !/^[a-z][a-z\d+.-]*:/i.test(address);
}

function baseOf(page: PageElement, html: string): URL | null {
  const said = [
    page.querySelector('link[rel~="canonical"]')?.getAttribute('href'),
    page.querySelector('meta[property="og:url"]')?.getAttribute('content'),
    savedFrom.exec(html.slice(0, 20_000))?.[1],
  ];
  const own = said.map((address) => onTheWeb(address, null)).find((url) => url !== null) ?? null;
  return onTheWeb(page.querySelector('base[href]')?.getAttribute('href'), own) ?? own;
}

function onTheWeb(address: string | null | undefined, base: URL | null): URL | null {
  const trimmed = address?.trim() ?? '';
  const whole = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed;
  if (whole === '' || !URL.canParse(whole, base?.href)) return null;
  const url = new URL(whole, base ?? undefined);
  return /^https?:$/.test(url.protocol) ? url : null;
}
