import { DOMParser } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import type { HtmlDom, HtmlElement } from './html';
import { normalise } from './normalise';
import { settleLooseParts } from './reading/looseParts';
import { type ReadingChanges, countLetteredLists } from './reading/letteredLists';
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

/** A story that was read, and what became of what a story cannot hold as it was. */
export interface ReadHtml {
  readonly body: Node;
  readonly changes: ReadingChanges;
}

/** The same of what is parsed already; changes the element in place. */
function fromElement(element: HtmlElement): Node {
  return readElement(element).body;
}

/** The same, with what is to be told of it. */
export function readElement(element: HtmlElement): ReadHtml {
  const styles = stylesOf(element);
  sanitise(element);
  const lettered = countLetteredLists(element, styles);
  const letteredLists = lettered + readWordLists(element);
  const tables = tablesToLines(element);
  settleLooseParts(element);
  settleTextStyles(element, styles);
  return { body: normalise(parser.parse(element)), changes: { tables, letteredLists } };
}
