import type { PageElement } from '../../dom/linkedomTree';
import type { InlineImage } from '../recognised';
import { pictureSources } from './addresses';

/** What themes and plugins put an image and its words in, if they do not use `<figure>`. */
const frames =
  '.wp-caption, .caption-wrapper, .image-wrapper, .image-container, .img-container, .photo, .picture, .media, .image, .tr-caption-container';

const captionWords = 'figcaption, [class*="caption" i], .tr-caption';
const creditWords =
  '[class*="credit" i], [class*="photographer" i], [itemprop="copyrightHolder"], [itemprop="author"], cite';

/** The longest words of an image; anything longer is part of the story. */
const LONGEST_CAPTION = 1000;

/** Puts each image and its words, which pages separate in many ways, into one `<figure>`, with the credit apart. */
export function gatherFigures(page: PageElement): void {
  for (const figure of page.querySelectorAll('figure')) if (imagesIn(figure) === 1) settle(figure, figure);
  for (const image of page.querySelectorAll('img')) {
    if (image.closest('figure') !== null) continue;
    const frame = image.closest(frames);
    if (frame !== null && imagesIn(frame) === 1 && hasWords(frame)) settle(frame, image);
    else if (describedBy(page, image) !== null) settle(image, image);
  }
}

function imagesIn(element: PageElement): number {
  return [...element.querySelectorAll('img')].length;
}

function hasWords(frame: PageElement): boolean {
  return frame.querySelector(captionWords) !== null && frame.querySelector('p + p, h1, h2') === null;
}

function describedBy(page: PageElement, element: PageElement): PageElement | null {
  const id = (element.getAttribute('aria-describedby') ?? '').trim();
  if (!/^[\w-]+$/.test(id)) return null;
  const words = page.querySelector(`[id="${id}"]`);
  return words !== null && textOf(words) !== '' && textOf(words).length <= LONGEST_CAPTION ? words : null;
}

/** Replaces `frame` with a figure of the image, its caption and its credit. */
function settle(frame: PageElement, within: PageElement): void {
  const image = within.tagName.toUpperCase() === 'IMG' ? within : within.querySelector('img');
  if (image === null || frame.querySelector('table, blockquote, pre, p + p') !== null) return;
  const page = image.closest('nutgraf-page') ?? frame;
  const outside = describedBy(page, image) ?? describedBy(page, frame);
  const credit = frame.querySelector(creditWords) ?? outside?.querySelector(creditWords) ?? null;
  const creditText = textOf(credit);
  const all = textOf(frame === image ? null : frame);
  const text =
    all === '' || (outside !== null && all === creditText) ? [textOf(outside), all].join(' ') : all;
  if (text.trim() === '' || text.length > LONGEST_CAPTION) return;
  const make = (name: string): PageElement => image.ownerDocument.createElement(name);
  const [figure, words] = [make('figure'), make('figcaption')];
  figure.appendChild(image.cloneNode(true));
  words.textContent = `${without(text, creditText)} `;
  if (creditText !== '') {
    const span = make('span');
    span.setAttribute('class', 'credit');
    span.textContent = creditText;
    words.appendChild(span);
  }
  figure.appendChild(words);
  if (outside !== null && outside.closest('figure') !== frame) outside.remove();
  frame.replaceWith(figure);
}

function textOf(element: PageElement | null): string {
  return (element?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

function without(text: string, part: string): string {
  const at = part === '' ? -1 : text.lastIndexOf(part);
  return at < 0 ? text.trim() : `${text.slice(0, at)} ${text.slice(at + part.length)}`.trim();
}

const dataUrl = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,/i;
const onTheWeb = /^https?:\/\//i;

/** The host that stands for the file itself; `.invalid` never resolves (RFC 2606). */
const INSIDE = 'https://inside.invalid/';

export interface TakenImages {
  readonly images: readonly InlineImage[];
  /** The addresses of images out of an import's reach, as the page has them. */
  readonly missing: readonly string[];
}

/** Takes the images inside a page out of it and leaves an address for each. */
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

/** A lazy-loading page shows a tiny image until then. */
function isPlaceholder(image: PageElement): boolean {
  return pictureSources.slice(1).some((name) => onTheWeb.test(image.getAttribute(name) ?? ''));
}
