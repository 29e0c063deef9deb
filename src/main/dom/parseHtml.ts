import type { HtmlDom, HtmlElement } from '#shared/document/html';
import { parse } from 'parse5';
import type { LinkedomMap, TreeDocument } from './linkedomTree';
import { emptyDocument, linkedomTree } from './linkedomTree';
import { bounded, type PageLimits, refuseTooLong } from './pageLimits';
import { matchByNameFirst } from './quickMatches';

matchByNameFirst(emptyDocument().createElement('p'));

/** HTML in main: as the window's own DOM reads it. */
export const htmlDom: HtmlDom = {
  parse: (html) => ({ body: parseDocument(html).body as unknown as HtmlElement }),
};

/** The same, of a page that may be made to be hard to read. Throws {@link PageTooLarge} for what is over the limits. */
export const boundedDom = (limits: PageLimits): HtmlDom => ({
  parse: (html) => {
    refuseTooLong(html, limits);
    const tree = bounded(linkedomTree(), limits);
    return { body: parse<LinkedomMap>(html, { treeAdapter: tree }).body as unknown as HtmlElement };
  },
});

/**
 * A page parsed by the standard, as a browser parses it (HTML Standard, section 13.2), scripts being on: parse5 builds
 * the tree, of linkedom's nodes. Nothing of it runs or is fetched. Its `body` is there, an empty one in a page of
 * frames.
 */
export function parseDocument(html: string): TreeDocument {
  const document = parse<LinkedomMap>(html, { treeAdapter: linkedomTree() });
  if (/shadowrootmode/i.test(html)) openShadows(document);
  return document;
}

/** A tree that an element shows in place of its children is written as a template (HTML Standard, 4.12.3). */
function openShadows(document: TreeDocument): void {
  for (;;) {
    const shadows = [...document.querySelectorAll('template[shadowrootmode]')];
    if (shadows.length === 0) return;
    for (const shadow of shadows) {
      const shown = document.createElement('div');
      for (const child of shadow.childNodes) shown.appendChild(child);
      shadow.replaceWith(shown);
    }
  }
}
