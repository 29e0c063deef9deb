import type { PageElement } from './page';

/** What themes and plugins put a picture and its words in, where they use no `<figure>`. */
const frames =
  '.wp-caption, .caption-wrapper, .image-wrapper, .image-container, .img-container, .photo, .picture, .media, .image, .tr-caption-container';

const captionWords = 'figcaption, [class*="caption" i], .tr-caption';
const creditWords =
  '[class*="credit" i], [class*="photographer" i], [itemprop="copyrightHolder"], [itemprop="author"], cite';

/** A picture's words; longer ones are a part of the story. */
const LONGEST_CAPTION = 1000;

/** Brings each picture and its words, which pages keep apart in many ways, into one `<figure>`, credit apart. */
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

/** Puts a figure of the picture, its caption and its credit in the place of `frame`. */
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
