import type { PageElement } from '../../dom/linkedomTree';

/** The text of an element on one line; may be empty. */
export function textOf(element: PageElement | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

export function textsOf(page: PageElement, selector: string): readonly string[] {
  return [...page.querySelectorAll(selector)].map(textOf).filter((text) => text !== '');
}

/** The contents of the page's `meta` elements with these names, in page order. */
export function metaOf(page: PageElement, ...names: readonly string[]): readonly string[] {
  const selector = names.map((name) => `meta[property="${name}"], meta[name="${name}"]`).join(', ');
  return [...page.querySelectorAll(selector)]
    .map((element) => element.getAttribute('content')?.trim() ?? '')
    .filter(Boolean);
}

/** What the page's head calls the page, surest first. */
export function titlesOf(page: PageElement): readonly string[] {
  return [...metaOf(page, 'og:title', 'twitter:title'), textOf(page.querySelector('title'))].filter(Boolean);
}

/** What the page calls its site: in its metadata, and where sites put their name and logo. */
export function siteNamesOf(page: PageElement): readonly string[] {
  const logos = [...page.querySelectorAll('[class*="logo" i] img, [rel="home"] img, header a[href="/"] img')];
  return [
    ...metaOf(page, 'og:site_name', 'application-name', 'apple-mobile-web-app-title'),
    ...textsOf(page, '[rel="home"], .site-title, .site-name, .site-logo, .logo, .brand, .navbar-brand'),
    ...logos.map((image) => image.getAttribute('alt')?.trim() ?? ''),
  ].filter((name) => name !== '' && name.length <= 80);
}

/** Texts that differ only in spaces, quotation marks and case are the same. */
export function sameKey(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u2018\u2019\u201c\u201d'"]+/gu, ' ')
    .trim()
    .toLowerCase();
}
