import { DEFAULT_AD_SLOT } from '#shared/domain/adSlot';
import { adToken } from '../sweep';
import type { PageElement } from '../../dom/linkedomTree';

/** Where ad servers, themes and plugins put their advertisements. */
const adElements = [
  'ins.adsbygoogle, amp-ad, amp-embed, .ad-slot, aside.scaip, .wp-block-newspack-ads-blocks-ad-unit',
  '[id^="div-gpt-ad"], [id^="google_ads_iframe"], [id^="gpt-ad"], [class*="td-spot-"], .td-a-rec',
  '[data-ad-slot], [data-ad-unit], [data-google-query-id], .dfp-ad, .gpt-ad, .newspack_global_ad',
  '.advertisement, .advert, .ad-container, .ad-wrapper, .ad-unit, .ad-banner, .ads-banner, .adsbox',
  'img[alt="spot_img"]',
].join(', ');

/** Block and slot comments: `<!-- wp:newspack-ads/ad-unit {…} /-->`, and our own `<!-- ad:KEY ID -->`. */
const adComments =
  /<!--\s*(?:wp:(?:newspack-ads|super-cool-ad-inserter-plugin)\/[^>]{0,1000}|ad:([a-z0-9-]{1,63})(?:\s[^>]{0,200})?)-->/g;

export function markAdComments(html: string): string {
  return html.replace(
    adComments,
    (_comment, key: string | undefined) => `<p>${adToken(key ?? DEFAULT_AD_SLOT)}</p>`,
  );
}

/**
 * Puts a mark that survives all cleaning in the place of each ad element; for nested ones, in that of the outermost.
 */
export function markAdElements(page: PageElement): void {
  for (const element of page.querySelectorAll(adElements)) {
    if (element.parentNode === null || isInsideAnother(element)) continue;
    const mark = element.ownerDocument.createElement('p');
    mark.textContent = adToken(element.getAttribute('data-slot') ?? DEFAULT_AD_SLOT);
    element.replaceWith(mark);
  }
}

function isInsideAnother(element: PageElement): boolean {
  const parent = element.parentNode as PageElement | null;
  return parent?.closest(adElements) !== null;
}
