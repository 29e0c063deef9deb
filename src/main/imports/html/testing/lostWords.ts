import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { parse } from 'parse5';
import { toPlainText } from '#shared/document/toPlainText';
import { NutgrafError } from '#shared/domain/failure';
import { textFieldNames } from '#shared/domain/fields';
import { readText } from '../../readSource';
import { recognise } from '../../recognise';

/** What a browser never draws, whatever its style; a click shows the rest of `<select>` and `<details>`. */
const undrawn = new Set(
  `head script style template noscript noembed noframes iframe title datalist audio video canvas annotation
   annotation-xml metadata defs desc rp link meta param source track area base col img input br hr wbr embed`.split(
    /\s+/,
  ),
);

/** Their text contains a page's tags as letters. */
const boxes = new Set(['textarea', 'xmp', 'plaintext']);

/**
 * Tags, comments and code that end inside the element, and entities, are not words of it; nor is a single sign a tag.
 */
const noWords = /<(style|script)\b[^]*?<\/\1|<!--(?:-?>|[^]*?--!?>)|<[a-z/!?][^<>]*(?:>|(?=<))|&#?\w+;?/gi;

/** The texts that a reader of the page sees, in order, found in parse5's own tree by what a browser draws. */
function visibleTexts(html: string): readonly string[] {
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

/** Found in the markup: an entity inside a tag neither ends it nor begins another. */
function wordsOf({ sourceCodeLocation: place }: Tree.TextNode, html: string): string {
  return html.slice(place?.startOffset, place?.endOffset).replace(noWords, ' ').trim();
}

function isDrawn({ tagName, attrs }: Tree.Element): boolean {
  const attribute = (name: string): string | undefined => attrs.find((one) => one.name === name)?.value;
  if (undrawn.has(tagName) || attribute('hidden') !== undefined) return false;
  if (tagName === 'dialog' && attribute('open') === undefined) return false;
  return !/display\s*:\s*none|visibility\s*:\s*hidden/.test(attribute('style') ?? '');
}

/**
 * Everything an import of a page keeps: fields, section, body and report, without white space; null if it is refused.
 */
function keptText(html: string): string | null {
  try {
    const { fields, section, body, leftOut } = recognise(readText(html, 'page.html'), { sections: [] });
    const parts = [
      ...textFieldNames.map((name) => fields[name]),
      ...fields.hashtags,
      section ?? '',
      toPlainText(body),
      ...leftOut.map(({ text }) => text),
    ];
    return parts.join(' ').replace(/\s+/gu, '');
  } catch (thrown) {
    if (thrown instanceof NutgrafError && thrown.code !== 'unreadable_source') return null;
    throw thrown;
  }
}

/** The words that a page shows and that are in no field, in neither body nor report; all of them if it is refused. */
export function lostWords(html: string): readonly string[] {
  const kept = keptText(html) ?? '';
  const words = visibleTexts(html).flatMap((text) => text.match(/[\p{L}\d]+/gu) ?? []);
  return [...new Set(words)].filter((word) => !kept.includes(word));
}
