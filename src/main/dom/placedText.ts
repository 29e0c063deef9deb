import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { defaultTreeAdapter, html, parse } from 'parse5';
import { withoutMarkup } from './boxWords';

/** A page and its tree, in which every node has its position in the page. */
export interface Placed {
  readonly page: string;
  readonly tree: Tree.Document;
}

/** Elements whose text contains a page's tags as letters. */
const boxes: ReadonlySet<string> = new Set('textarea title noscript iframe xmp noembed noframes'.split(' '));

/** Elements of which a browser shows nothing, and nothing of what SVG allows inside them. */
const unseen: ReadonlySet<string> = new Set('style script link meta'.split(' '));

/**
 * Reads a page so that each text is a separate node that is contiguous in the markup: the parser's own way joins
 * texts with an ignored tag or a whole table between them, and their positions are then wrong.
 */
export function place(page: string): Placed {
  const tree = parse(page, {
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      insertText(parent, text) {
        defaultTreeAdapter.appendChild(parent, defaultTreeAdapter.createTextNode(text));
      },
      insertTextBefore({ childNodes }, text, before) {
        const node = { ...defaultTreeAdapter.createTextNode(text), parentNode: before.parentNode };
        childNodes.splice(childNodes.lastIndexOf(before), 0, node);
      },
    },
  });
  return { page, tree };
}

/** These nodes and everything below them except what is skipped, in page order; without recursion, for deep pages. */
export function* withAllUnder(
  nodes: readonly Tree.Node[],
  isPassed: (node: Tree.Node) => boolean = () => false,
): Generator<Tree.Node> {
  const waiting = nodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isPassed(node)) continue;
    yield node;
    for (const child of childrenOf(node).toReversed()) waiting.push(child);
  }
}

export function isElement(node: Tree.Node | null): node is Tree.Element {
  return node !== null && 'tagName' in node;
}

export function isOfHtml({ namespaceURI }: Tree.Element): boolean {
  return namespaceURI === html.NS.HTML;
}

/**
 * A page's text outside its head, or with it: everything else is blanked out, so that each word keeps its position.
 */
export function wordsOf({ page, tree }: Placed, withHead: boolean): string {
  const isPassed = (node: Tree.Node): boolean => isUnseen(node) || (!withHead && isHead(node));
  const texts: PlacedText[] = [];
  for (const node of withAllUnder(tree.childNodes, isPassed)) {
    if (isBox(node)) texts.push(textOfBox(node, page));
    else if ('value' in node && !isBox(node.parentNode)) texts.push(textOf([node], page));
  }
  return texts
    .toSorted((one, other) => one.start - other.start)
    .reduce((words, { start, text }) => words.padEnd(start) + text, '');
}

export function isHead(node: Tree.Node | null): boolean {
  return isElement(node) && node.tagName === 'head';
}

interface PlacedText {
  readonly start: number;
  readonly text: string;
}

function textOfBox(box: Tree.Element, page: string): PlacedText {
  const { start, text } = textOf(box.childNodes, page);
  return { start, text: withoutMarkup(text) };
}

/** The source from the first of some nodes to the last. */
function textOf(nodes: readonly Tree.ChildNode[], page: string): PlacedText {
  const start = nodes[0]?.sourceCodeLocation?.startOffset ?? 0;
  return { start, text: page.slice(start, nodes.at(-1)?.sourceCodeLocation?.endOffset ?? start) };
}

function isBox(node: Tree.Node | null): node is Tree.Element {
  return isElement(node) && isOfHtml(node) && boxes.has(node.tagName);
}

function isUnseen(node: Tree.Node): boolean {
  return isElement(node) && unseen.has(node.tagName);
}

function childrenOf(node: Tree.Node): readonly Tree.ChildNode[] {
  if ('content' in node) return node.content.childNodes;
  return 'childNodes' in node ? node.childNodes : [];
}
