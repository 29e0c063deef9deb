import type { HtmlDom } from '#shared/document/html';
import { parse } from 'parse5';
import { type LinkedomMap, type TreeDocument, emptyDocument, linkedomTree } from './linkedomTree';
import { bounded, type PageLimits, refuseTooLong } from './pageLimits';

matchByNameFirst(emptyDocument().createElement('p'));

/** HTML in main, read as the window's own DOM reads it. */
export const htmlDom: HtmlDom = {
  parse: (html) => ({ body: parseDocument(html).body }),
};

/** The same for a page that may be designed to be hard to parse. Throws {@link PageTooLarge} above the limits. */
export const boundedDom = (limits: PageLimits): HtmlDom => ({
  parse: (html) => {
    refuseTooLong(html, limits);
    const tree = bounded(linkedomTree(), limits);
    return { body: parse<LinkedomMap>(html, { treeAdapter: tree }).body };
  },
});

/**
 * A page parsed by the standard, as a browser parses it (HTML Standard, section 13.2), with scripting on: parse5
 * builds the tree of linkedom's nodes. Nothing in it runs or is fetched. It always has a `body`, an empty one in a
 * page of frames.
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

interface Matching {
  readonly localName: string;
  readonly matches: (this: Matching, selector: string) => boolean;
}

/** A name, alone or with further conditions on the same element; no list and no combinator. */
const compound = /^([a-z][a-z\d]*)([.#:[][^\s,>+~]*)?$/;

/**
 * Makes an element's `matches` check its name first: linkedom parses a selector again at each call, and the
 * document's rules make about thirty calls per element. Done once, on the prototype that has the method.
 */
function matchByNameFirst(element: object): void {
  let owner: object | null = element;
  while (owner !== null && !Object.hasOwn(owner, 'matches'))
    owner = Object.getPrototypeOf(owner) as object | null;
  if (owner === null) return;
  const { matches: whole } = owner as Matching;
  const named = new Map<string, RegExpExecArray | null>();
  const partsOf = (selector: string): RegExpExecArray | null => {
    const known = named.get(selector);
    if (known !== undefined) return known;
    const parts = compound.exec(selector);
    named.set(selector, parts);
    return parts;
  };
  Object.defineProperty(owner, 'matches', {
    configurable: true,
    writable: true,
    value(this: Matching, selector: string): boolean {
      const parts = partsOf(selector);
      if (parts === null) return whole.call(this, selector);
      const [, name, more] = parts;
      return this.localName === name && (more === undefined || whole.call(this, selector));
    },
  });
}
