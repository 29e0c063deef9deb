import { Readability } from '@mozilla/readability';
import { parseDocument } from '../../dom/parseHtml';
import type { PageElement } from './page';

type ReadableDocument = ConstructorParameters<typeof Readability>[0];

/**
 * The element with what Readability takes for the story, of at least `threshold` characters where one of its ways
 * to look finds so much, else the longest that it found; null for none. Leaves the page as it is.
 */
export function readable(body: PageElement, threshold: number): PageElement | null {
  const document = parseDocument('');
  const copy = document.body as unknown as PageElement;
  takeChildren(copy, body.cloneNode(true));
  keepOnRetry(copy);
  const story = new Readability<PageElement>(document as unknown as ReadableDocument, {
    charThreshold: threshold,
    keepClasses: true,
    serializer: (found) => found as unknown as PageElement,
  }).parse();
  return story?.content ?? null;
}

/** Readability looks again in the page's markup; this hands it copies of the nodes, which no writing can alter. */
function keepOnRetry(body: PageElement): void {
  const kept = body.cloneNode(true);
  Object.defineProperty(body, 'innerHTML', {
    get: () => '',
    set: () => {
      body.textContent = '';
      takeChildren(body, kept.cloneNode(true));
    },
  });
}

function takeChildren(parent: PageElement, from: PageElement): void {
  for (let child = from.firstChild; child !== null; child = from.firstChild) parent.appendChild(child);
}
