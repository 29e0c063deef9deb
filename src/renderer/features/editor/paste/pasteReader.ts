import { DOMParser, Fragment, Slice } from '@tiptap/pm/model';
import type { Node, ParseOptions, ResolvedPos, Schema } from '@tiptap/pm/model';
import { newBlockId } from '#shared/document/blockId';
import { paragraphsOf } from '#shared/document/fromPlainText';
import { looksLikeMarkdown } from '#shared/document/looksLikeMarkdown';
import { normalise } from '#shared/document/normalise';
import { declarationsOf } from '#shared/document/reading/css';
import { ownStyle } from '#shared/document/reading/ownStyle';
import type { PastedHtml } from '#shared/document/reading/pasted';
import { settlePasted } from '#shared/document/reading/pasted';
import { readingRules } from '#shared/document/reading/readingRules';

/** The result of the last reading, for the code that inserts it. */
export type PasteReading =
  | { readonly kind: 'html'; readonly told: PastedHtml }
  /** The lines of a code editor, whose markup is only their colours. */
  | { readonly kind: 'code' }
  | { readonly kind: 'text' }
  | { readonly kind: 'markdown'; readonly text: string };

/**
 * Reads what is pasted or dropped: no script, frame, form or hidden part of its page gets through; then the schema
 * takes only the nodes, marks and attributes it knows, and filters every address.
 */
export class PasteReader extends DOMParser {
  #last: PasteReading | null = null;

  /** @param schema The editor's own: nodes of another one, even of the same list, do not go in. */
  constructor(schema: Schema) {
    super(schema, readingRules(schema));
  }

  /** The result of the last reading, once. */
  take(): PasteReading | null {
    const last = this.#last;
    this.#last = null;
    return last;
  }

  override parseSlice(dom: HTMLElement, options: ParseOptions = {}): Slice {
    const page = withWholeTable(dom);
    const isCode = isOfCodeEditor(page);
    const told = settlePasted(page, newBlockId);
    this.#last = isCode ? { kind: 'code' } : { kind: 'html', told };
    const slice = super.parseSlice(page, options);
    return options.preserveWhitespace === true ? slice : tidied(slice);
  }

  /** `asIs` means paste without formatting. */
  readText(text: string, place: ResolvedPos, asIs: boolean): Slice {
    const isMarkdown = !asIs && place.parent.type.name === 'paragraph' && looksLikeMarkdown(text);
    this.#last = isMarkdown ? { kind: 'markdown', text } : { kind: 'text' };
    return Slice.maxOpen(Fragment.from([...paragraphsOf(text, this.schema, place.marks())]));
  }
}

/**
 * VS Code and similar editors put one element with preserved spaces and a monospaced font around lines of coloured
 * words.
 */
function isOfCodeEditor(page: HTMLElement): boolean {
  const [only, ...others] = page.children;
  const style = declarationsOf((only && ownStyle(only)) ?? '');
  const isMonospaced = /mono|consolas|menlo|courier/.test(style.get('font-family') ?? '');
  return others.length === 0 && isMonospaced && (style.get('white-space') ?? '').startsWith('pre');
}

/** Cells or rows that were copied alone: ProseMirror passes their contents without the table. */
function withWholeTable(dom: HTMLElement): HTMLElement {
  if (!/^(?:table|thead|tbody|tfoot|tr)$/i.test(dom.tagName)) return dom;
  const page = dom.ownerDocument.createElement('div');
  const table = page.appendChild(dom.ownerDocument.createElement('table'));
  table.append(dom.cloneNode(true));
  return page;
}

/** In normal form, as far as part of a story can be: what is between the paragraphs of a page is not a paragraph. */
function tidied({ content }: Slice): Slice {
  const nodes = nodesOf(content).map((node) => (node.isBlock ? normalise(node) : node));
  const said = nodes.filter((node) => !isBlank(node));
  return Slice.maxOpen(Fragment.from(said.length > 0 ? said : nodes.slice(0, 1)));
}

function nodesOf(content: Fragment): readonly Node[] {
  return Array.from({ length: content.childCount }, (_node, index) => content.child(index));
}

function isBlank(node: Node): boolean {
  return node.type.name === 'paragraph' && node.content.size === 0;
}
