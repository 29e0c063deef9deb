import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { parse } from 'parse5';

/** What a browser draws nothing of, whatever its style; of `<select>` and `<details>` a click shows the rest. */
const undrawn = new Set(
  `head script style template noscript noembed noframes iframe title datalist audio video canvas annotation
   annotation-xml metadata defs desc rp link meta param source track area base col img input br hr wbr embed`.split(
    /\s+/,
  ),
);

/** Their text has a page's tags in it as letters. */
const boxes = new Set(['textarea', 'xmp', 'plaintext']);

/** Tags, comments and code that end in the box, and entities, are no words of it; a sign by itself is no tag. */
const noWords = /<(style|script)\b[^]*?<\/\1|<!--(?:-?>|[^]*?--!?>)|<[a-z/!?][^<>]*(?:>|(?=<))|&#?\w+;?/gi;

/** The texts that a reader of the page sees, in its order, told from parse5's own tree by what a browser draws. */
export function visibleTexts(html: string): readonly string[] {
  const texts: string[] = [];
  const visit = (node: Tree.Node): void => {
    if ('value' in node) texts.push(isInBox(node) ? wordsOf(node, html) : node.value.trim());
    if ('tagName' in node && !isDrawn(node)) return;
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  return texts.filter((text) => text !== '');
}

function isInBox({ parentNode }: Tree.TextNode): boolean {
  return parentNode !== null && 'tagName' in parentNode && boxes.has(parentNode.tagName);
}

/** Told from the markup: an entity that stands in a tag neither ends it nor begins another. */
function wordsOf({ sourceCodeLocation: place }: Tree.TextNode, html: string): string {
  return html.slice(place?.startOffset, place?.endOffset).replace(noWords, ' ').trim();
}

function isDrawn({ tagName, attrs }: Tree.Element): boolean {
  const attribute = (name: string): string | undefined => attrs.find((one) => one.name === name)?.value;
  if (undrawn.has(tagName) || attribute('hidden') !== undefined) return false;
  if (tagName === 'dialog' && attribute('open') === undefined) return false;
  return !/display\s*:\s*none|visibility\s*:\s*hidden/.test(attribute('style') ?? '');
}
