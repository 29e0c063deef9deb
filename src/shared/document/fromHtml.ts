import { DOMParser } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import type { HtmlDom, HtmlElement } from './html';
import { normalise } from './normalise';
import { settleLooseParts } from './reading/looseParts';
import { readingRules } from './reading/readingRules';
import { stylesOf } from './reading/styleSheet';
import { tablesToLines } from './reading/tables';
import { settleTextStyles } from './reading/textStyles';
import { readWordLists } from './reading/wordLists';
import { sanitise } from './sanitise';
import { schema } from './schema';

const parser = new DOMParser(schema, readingRules(schema));

/**
 * The story that a page or a fragment says, in normal form: the schema's nodes and marks and the text of
 * everything else, nothing that runs. `dom` is the window's own DOM, or `htmlDom` of main.
 */
export function fromHtml(html: string, dom: HtmlDom): Node {
  return fromElement(dom.parse(html.toWellFormed()).body);
}

/** The same of what is parsed already; changes the element in place. */
export function fromElement(element: HtmlElement): Node {
  const styles = stylesOf(element);
  sanitise(element);
  readWordLists(element);
  tablesToLines(element);
  settleLooseParts(element);
  settleTextStyles(element, styles);
  return normalise(parser.parse(element));
}
