import type { InlineImage } from '../recognised';
import { pictureSources } from './addresses';
import type { PageElement } from './page';

const dataUrl = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,/i;
const onTheWeb = /^https?:\/\//i;

/** The host that stands for the file itself; `.invalid` never resolves (RFC 2606). */
const INSIDE = 'https://inside.invalid/';

export interface TakenImages {
  readonly images: readonly InlineImage[];
  /** The addresses of the pictures that lie where an import cannot reach them, as the page has them. */
  readonly missing: readonly string[];
}

/** Takes the pictures that are inside a page out of it and leaves an address for each. */
export function takeInlineImages(page: PageElement): TakenImages {
  const images: InlineImage[] = [];
  const missing: string[] = [];
  for (const image of page.querySelectorAll('img')) {
    const address = image.getAttribute('src') ?? '';
    if (dataUrl.test(address) && !isPlaceholder(image)) {
      const src = `${INSIDE}${images.length}`;
      images.push({ src, bytes: Buffer.from(address.slice(address.indexOf(',') + 1), 'base64') });
      image.setAttribute('src', src);
    } else if (!pictureSources.some((name) => onTheWeb.test(image.getAttribute(name) ?? ''))) {
      missing.push(address);
    }
  }
  return { images, missing };
}

/** A page that loads pictures late shows a tiny one until then. */
function isPlaceholder(image: PageElement): boolean {
  return pictureSources.slice(1).some((name) => onTheWeb.test(image.getAttribute(name) ?? ''));
}
