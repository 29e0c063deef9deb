import { Readability } from '@mozilla/readability';
import { parseDocument } from '../../dom/parseHtml';
import type { PageElement } from '../../dom/linkedomTree';

type ReadableDocument = ConstructorParameters<typeof Readability>[0];

/**
 * The element that Readability takes for the story, with at least `threshold` characters if one of its strategies
 * finds that much, else the longest it found; null for none. Does not change the page.
 */
export function readable(body: PageElement, threshold: number): PageElement | null {
  const document = parseDocument('');
  const copy = document.body;
  takeChildren(copy, body.cloneNode(true));
  keepOnRetry(copy);
  const story = new Readability<PageElement>(document as unknown as ReadableDocument, {
    charThreshold: threshold,
    keepClasses: true,
    serializer: (found) => found as unknown as PageElement,
  }).parse();
  return story?.content ?? null;
}

/**
 * Readability parses the page's markup again; this gives it copies of the nodes, which survive being written out
 * unchanged.
 */
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
