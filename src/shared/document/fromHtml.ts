import { DOMParser } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import type { HtmlDom, HtmlElement } from './html';
import { normalise } from './normalise';
import { sanitise } from './sanitise';
import { schema } from './schema';

/** Elements that ProseMirror would read as part of the line around them: the words of two cells are not one. */
const apart = 'td, th, caption, dt, summary, details, legend, main, nav, center, search, menu, dir';

const parser = new DOMParser(schema, [
  ...DOMParser.fromSchema(schema).rules,
  ...apart.split(', ').map((tag) => ({ tag, node: 'paragraph' })),
]);

/**
 * The story that a page or a fragment says, in normal form: the schema's nodes and marks and the text of
 * everything else, nothing that runs. `dom` is the window's own DOM, or `htmlDom` of main.
 */
export function fromHtml(html: string, dom: HtmlDom): Node {
  return fromElement(dom.parse(html.toWellFormed()).body);
}

/** The same of what is parsed already; sanitises the element in place. */
export function fromElement(element: HtmlElement): Node {
  sanitise(element);
  return normalise(parser.parse(element));
}
