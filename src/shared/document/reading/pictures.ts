import type { HtmlElement } from '../html';
import { webAddress } from './embeds';
import { replace } from './tree';

/** An image whose bytes came along. */
export interface PictureInside {
  /** Its address in the document until it is stored. */
  readonly src: string;
  /** As in the page: `data:image/png;base64,…`. */
  readonly dataUrl: string;
  /** What it shows, or else a file’s name. */
  readonly name: string;
}

/** An image that only its own program or page can reach. */
export interface PictureOutOfReach {
  readonly where: 'file' | 'page' | 'drawing';
  /** Its file name, or else what it shows. */
  readonly name: string;
}

export interface Pictures {
  readonly inside: readonly PictureInside[];
  readonly outOfReach: readonly PictureOutOfReach[];
}

/** The host that stands for the clipboard; `.invalid` never resolves (RFC 2606). */
const INSIDE = 'https://pasted.invalid/';

/** Where pages that lazy-load images name them. */
const sources = ['src', 'data-src', 'data-lazy-src', 'data-original'];

const kept = /^(?:asset:|assets\/)[0-9a-f]{64}/;

/** An image of one or more emoji, as mail and chat programs send them. */
const emoji = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\p{Emoji_Presentation})+$/u;

/**
 * Sets each image's source, in place: one on the web keeps its full address; one with its bytes in the page gets an
 * address that stands for them; an emoji becomes its character; any other goes.
 */
export function settlePictures(root: HtmlElement, newKey: () => string): Pictures {
  const inside: PictureInside[] = [];
  const outOfReach: PictureOutOfReach[] = [];
  for (const image of root.querySelectorAll('img')) {
    const alt = (image.getAttribute('alt') ?? '').trim();
    const addresses = sources.map((name) => (image.getAttribute(name) ?? '').trim());
    const onTheWeb = [...addresses, firstOfSet(image)].map(webAddress).find((address) => address !== null);
    const dataUrl = addresses.find((address) => /^data:image\/(?!svg)/i.test(address));
    if (emoji.test(alt) && /\p{Extended_Pictographic}|\p{Emoji_Presentation}/u.test(alt)) {
      replace(image, [image.ownerDocument.createTextNode(alt)]);
    } else if (onTheWeb !== undefined && onTheWeb !== null) settle(image, onTheWeb);
    else if (dataUrl !== undefined) {
      const src = `${INSIDE}${newKey()}`;
      inside.push({
        src,
        dataUrl,
        name: alt === '' ? fileNameOf(dataUrl) : alt.slice(0, 100).toWellFormed(),
      });
      settle(image, src);
    } else if (!addresses.some((address) => kept.test(address))) {
      outOfReach.push(reachOf(addresses, alt));
      image.remove();
    }
  }
  return { inside, outOfReach };
}

/** Whether an address stands for an image whose bytes came along. */
export const isInside = (src: unknown): src is string => typeof src === 'string' && src.startsWith(INSIDE);

function settle(image: HtmlElement, src: string): void {
  for (const name of sources) image.removeAttribute(name);
  image.setAttribute('src', src);
}

function firstOfSet(image: HtmlElement): string {
  const set = image.getAttribute('srcset') ?? image.getAttribute('data-srcset') ?? '';
  return set.trim().split(/[\s,]/)[0] ?? '';
}

/** As the system’s clipboard names one: it is stored, and depends on no language. */
const fileNameOf = (dataUrl: string): string =>
  `image.${/^data:image\/(?<type>\w+)/iu.exec(dataUrl)?.groups?.['type']?.toLowerCase() ?? 'png'}`;

function reachOf(addresses: readonly string[], alt: string): PictureOutOfReach {
  const address = addresses.find((written) => written !== '') ?? '';
  const file = /^(?:data|blob|cid):/i.test(address) ? '' : (/[^/\\]+$/.exec(address)?.[0] ?? '');
  const where = /^file:/i.test(address) ? 'file' : /^data:/i.test(address) ? 'drawing' : 'page';
  return { where, name: (file === '' ? alt : decoded(file)).slice(0, 100).toWellFormed() };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
