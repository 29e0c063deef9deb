import type { InlineImage } from '../recognised';
import type { PageElement } from './page';

const dataUrl = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,/i;
const onTheWeb = /^https?:\/\//i;
const sources = ['src', 'data-src', 'data-lazy-src', 'data-original'];

/** The host that stands for the file itself; `.invalid` never resolves (RFC 2606). */
const INSIDE = 'https://inside.invalid/';

export interface TakenImages {
  readonly images: readonly InlineImage[];
  /** How many pictures lay beside the page, where an import cannot reach them. */
  readonly missing: number;
}

/** Takes the pictures that are inside a page out of it and leaves an address for each. */
export function takeInlineImages(page: PageElement): TakenImages {
  const images: InlineImage[] = [];
  let missing = 0;
  for (const image of page.querySelectorAll('img')) {
    const address = image.getAttribute('src') ?? '';
    if (dataUrl.test(address) && !isPlaceholder(image)) {
      const src = `${INSIDE}${images.length}`;
      images.push({ src, bytes: Buffer.from(address.slice(address.indexOf(',') + 1), 'base64') });
      image.setAttribute('src', src);
    } else if (!sources.some((name) => onTheWeb.test(image.getAttribute(name) ?? ''))) {
      missing += 1;
    }
  }
  return { images, missing };
}

/** A page that loads pictures late shows a tiny one until then. */
function isPlaceholder(image: PageElement): boolean {
  return sources.slice(1).some((name) => onTheWeb.test(image.getAttribute(name) ?? ''));
}
