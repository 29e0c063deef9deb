import { DOMParser } from '@tiptap/pm/model';
import type { Node, Schema } from '@tiptap/pm/model';
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
import { schema as ownSchema } from './schema';

/** A story that was read, and what became of anything a story cannot hold as it was. */
interface ReadHtml {
  readonly body: Node;
  readonly changes: ReadingChanges;
}

/** Reads HTML by the nodes and marks of one schema. */
export interface HtmlReader {
  /**
   * The story of a page or a fragment, in normal form: the schema's nodes and marks and the text of everything else;
   * nothing that runs. `dom` is the window's own DOM, or `htmlDom` in main.
   */
  readonly fromHtml: (html: string, dom: HtmlDom) => Node;
  /**
   * The same for HTML that is already parsed, with what there is to report about it; changes the element in place.
   */
  readonly readElement: (element: HtmlElement) => ReadHtml;
}

/** The reader for a schema made by `documentKit`. */
export function htmlReader(schema: Schema): HtmlReader {
  const parser = new DOMParser(schema, readingRules(schema));
  const readElement = (element: HtmlElement): ReadHtml => {
    const changes = settle(element);
    return { body: normalise(parser.parse(element)), changes };
  };
  return { fromHtml: (html, dom) => readElement(dom.parse(html.toWellFormed()).body).body, readElement };
}

/** Turns all other elements into ones that the schema reads. */
function settle(element: HtmlElement): ReadingChanges {
  const styles = stylesOf(element);
  sanitise(element);
  const lettered = countLetteredLists(element, styles);
  const letteredLists = lettered + readWordLists(element);
  const tables = tablesToLines(element);
  settleLooseParts(element);
  settleTextStyles(element, styles);
  return { tables, letteredLists };
}

export const { fromHtml, readElement } = htmlReader(ownSchema);
